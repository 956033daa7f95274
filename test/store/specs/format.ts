import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EJSON } from 'bson';
import type { Document } from 'mongodb';
import { projectRoot } from '../../../src/config';

/** MongoDB's unified test format, as far as it concerns commands on collections. */
export interface SpecFile {
  readonly file: string;
  readonly description: string;
  readonly runOnRequirements?: readonly Requirement[];
  readonly createEntities?: readonly Document[];
  readonly initialData?: readonly CollectionData[];
  readonly tests: readonly SpecTest[];
}

export interface SpecTest {
  readonly description: string;
  readonly skipReason?: string;
  readonly runOnRequirements?: readonly Requirement[];
  readonly operations: readonly Operation[];
  readonly expectEvents?: readonly { client: string; events: readonly Document[]; ignoreExtraEvents?: boolean }[];
  readonly outcome?: readonly CollectionData[];
}

export interface Operation {
  readonly name: string;
  readonly object: string;
  readonly arguments?: Document;
  readonly expectResult?: unknown;
  readonly expectError?: Document;
  readonly saveResultAsEntity?: string;
  readonly ignoreResultAndError?: boolean;
}

export interface CollectionData {
  readonly databaseName: string;
  readonly collectionName: string;
  readonly documents: readonly Document[];
}

export interface Requirement {
  readonly minServerVersion?: string;
  readonly maxServerVersion?: string;
  readonly topologies?: readonly string[];
  readonly auth?: boolean;
  readonly csfle?: boolean;
}

/** Where the files are looked for; they are not part of the project. */
export const specsFolder = process.env.MONGODB_SPECS ?? path.resolve(projectRoot, '../shared/specs/mongodb-crud');

/** @returns every test file of the folder, none when it is not there */
export function readSpecs(): SpecFile[] {
  if (!existsSync(specsFolder)) return [];
  const names = readdirSync(specsFolder).filter((name) => name.endsWith('.json'));
  return names
    .sort()
    .map((file) => ({ ...(EJSON.parse(readFileSync(path.join(specsFolder, file), 'utf8')) as SpecFile), file }));
}

const VERSION = [7, 0, 0];

/** The embedded store calls itself a standalone server of version 7.0, without authentication. */
export function isMet({ minServerVersion, maxServerVersion, topologies, auth, csfle }: Requirement): boolean {
  if (minServerVersion && compareVersions(minServerVersion) > 0) return false;
  if (maxServerVersion && compareVersions(maxServerVersion) < 0) return false;
  return (topologies?.includes('single') ?? true) && auth !== true && csfle !== true;
}

function compareVersions(version: string): number {
  const parts = version.split('.').map(Number);
  const different = parts.findIndex((part, i) => part !== VERSION[i]);
  return different < 0 ? 0 : (parts[different] ?? 0) - (VERSION[different] ?? 0);
}
