import { decode, encode } from '../bson/codec';
import type { Doc } from '../bson/value';
import { ErrorCode, StoreError } from '../errors';
import { Catalog } from './catalog';
import { Collection } from './collection';
import { Tables } from './lmdb';

/** Raised whenever older programs could not read what newer ones write. */
export const DATA_FORMAT = 1;

/** Key of the folder's format. */
export const FORMAT = Buffer.from('format');

/** Everything kept in one data folder. */
export class Store {
  readonly tables: Tables;
  readonly catalog: Catalog;

  /** @throws Error when the folder holds data of a newer format */
  constructor(folder: string) {
    this.tables = new Tables(folder);
    refuseNewerFormat(this.tables.meta.get(FORMAT), folder);
    this.catalog = new Catalog(this.tables);
  }

  /** @returns the collection, or undefined when it was never written to */
  find(namespace: string): Collection | undefined {
    const meta = this.catalog.get(namespace);
    return meta && new Collection(this.tables, this.catalog, meta);
  }

  /** As `find`, but made when it is not there. Only inside a write transaction. */
  findOrCreate(namespace: string, options: Doc = {}): Collection {
    checkNamespace(namespace);
    return new Collection(
      this.tables,
      this.catalog,
      this.catalog.get(namespace) ?? this.catalog.create(namespace, options),
    );
  }

  /** Runs `work` alone among writers and answers when what it wrote is on disk. */
  async write<T>(work: () => T): Promise<T> {
    try {
      return await this.tables.write(() => {
        this.catalog.refresh();
        return work();
      });
    } catch (error) {
      this.catalog.refresh();
      throw error;
    }
  }

  /** As `Tables.compact`. */
  compact(): Promise<boolean> {
    return this.tables.compact();
  }

  /** Marks a new folder as ours. */
  async stampFormat(): Promise<void> {
    if (this.tables.meta.get(FORMAT)) return;
    await this.write(() => this.tables.meta.put(FORMAT, encode({ format: DATA_FORMAT })));
  }

  close(): Promise<void> {
    return this.tables.close();
  }
}

/**
 * @param stamp what stands under `FORMAT`, undefined in a new folder
 * @throws Error when the folder holds data of a newer format
 */
export function refuseNewerFormat(stamp: Buffer | undefined, folder: string): void {
  const format = stamp ? Number(decode(stamp).format) : DATA_FORMAT;
  if (format <= DATA_FORMAT) return;
  throw new Error(
    `${folder} was written by a newer version of Fundus (data format ${format}, this one reads up to ${DATA_FORMAT})`,
  );
}

/** @throws StoreError InvalidNamespace */
export function checkNamespace(namespace: string): void {
  const name = namespace.slice(namespace.indexOf('.') + 1);
  const bad =
    name === '' || name.includes('$') || name.includes('\0') || name.startsWith('system.') || name.startsWith('.');
  if (bad) throw new StoreError(ErrorCode.InvalidNamespace, `Invalid namespace specified '${namespace}'`);
}
