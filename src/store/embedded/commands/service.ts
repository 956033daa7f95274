import type { Doc } from '../bson/value';
import { isDoc } from '../bson/value';
import { ErrorCode, StoreError } from '../errors';
import type { Store } from '../storage/store';
import type { Reply } from '../wire/reply';
import type { FailPoints } from './connection/fail-points';
import type { Cursors } from './reading/cursors';

/** What commands work on. */
export interface Service {
  readonly store: Store;
  readonly cursors: Cursors;
  /** Only in tests. */
  readonly failPoints?: FailPoints | undefined;
}

/** One command, as its handler sees it. */
export interface Call {
  readonly service: Service;
  readonly db: string;
  readonly command: Doc;
  /** The command's own argument, usually the collection's name. */
  readonly target: unknown;
  readonly connectionId: number;
}

/** Gives the reply without its `ok`. */
export type Handler = (call: Call) => Reply | Promise<Reply>;

/** @throws StoreError InvalidNamespace when the command names no collection */
export function namespaceOf({ db, target }: Call): string {
  if (typeof target !== 'string' || target === '')
    throw new StoreError(ErrorCode.InvalidNamespace, 'collection name has invalid type or is empty');
  return `${db}.${target}`;
}

/** A field that has to be a document; empty when left out. */
export function docField(command: Doc, name: string): Doc {
  const value = command[name] ?? {};
  if (!isDoc(value)) throw new StoreError(ErrorCode.TypeMismatch, `Field '${name}' must be a document`);
  return value;
}

/** A field that has to be a list of documents. */
export function docsField(command: Doc, name: string): Doc[] {
  const value = command[name];
  if (!Array.isArray(value) || !value.every(isDoc))
    throw new StoreError(ErrorCode.TypeMismatch, `Field '${name}' must be an array of documents`);
  return value;
}

/** A whole number, `otherwise` when left out. */
export function numberField(command: Doc, name: string, otherwise: number): number {
  const value = command[name] ?? otherwise;
  const number = typeof value === 'bigint' || typeof value === 'number' ? Number(value) : Number.NaN;
  if (!Number.isInteger(number)) throw new StoreError(ErrorCode.TypeMismatch, `Field '${name}' must be a whole number`);
  return number;
}
