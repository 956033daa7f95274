import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EJSON } from 'bson';
import type { Document } from 'mongodb';
import { projectRoot } from '../../../src/config';

/** One file of MongoDB's unified test format. */
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
  readonly expectEvents?: readonly ExpectedEvents[];
  readonly expectLogMessages?: unknown;
  readonly expectTracingMessages?: unknown;
  readonly outcome?: readonly CollectionData[];
}

export interface ExpectedEvents {
  readonly client: string;
  readonly eventType?: string;
  readonly events: readonly Document[];
  readonly ignoreExtraEvents?: boolean;
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
  readonly createOptions?: Document;
  readonly documents: readonly Document[];
}

/** What a server has to be for a test to concern it. */
interface Requirement {
  readonly minServerVersion?: string;
  readonly maxServerVersion?: string;
  readonly topologies?: readonly string[];
  readonly auth?: boolean;
  readonly authMechanism?: string;
  readonly csfle?: boolean | Document;
  readonly serverless?: string;
  readonly serverParameters?: Document;
}

/** Where the files are looked for; they are not part of the project. */
export const specsFolder = process.env.MONGODB_SPECS ?? path.resolve(projectRoot, '../shared/specs/mongodb-crud');

/** @returns every test file of the folder and of those in it, none when it is not there */
export function readSpecs(): SpecFile[] {
  if (!existsSync(specsFolder)) return [];
  const names = readdirSync(specsFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  return names.sort().flatMap((file) => {
    const content = EJSON.parse(readFileSync(path.join(specsFolder, file), 'utf8')) as Partial<SpecFile>;
    // Older formats have no operations on named objects; they are not this one.
    const unified = Array.isArray(content.tests) && 'schemaVersion' in content;
    return unified ? [{ ...(content as SpecFile), file }] : [];
  });
}

/** Whether a test is meant for a server like the embedded store, as the test itself tells. */
export function concerns({ runOnRequirements: all }: SpecFile, { runOnRequirements: own, skipReason }: SpecTest) {
  return skipReason === undefined && [all, own].every((list) => !list || list.some(isMet));
}

const VERSION = [7, 0, 0];

/** The embedded store calls itself a standalone server of version 7.0, without authentication. */
function isMet({ minServerVersion, maxServerVersion, topologies, ...other }: Requirement): boolean {
  if (minServerVersion && compareVersions(minServerVersion) > 0) return false;
  if (maxServerVersion && compareVersions(maxServerVersion) < 0) return false;
  if (other.auth === true || other.authMechanism || other.csfle || other.serverless === 'require') return false;
  // It has no parameters, so none has the value asked for.
  if (other.serverParameters) return false;
  return topologies?.includes('single') ?? true;
}

function compareVersions(version: string): number {
  const parts = version.split('.').map(Number);
  const different = parts.findIndex((part, i) => part !== VERSION[i]);
  return different < 0 ? 0 : (parts[different] ?? 0) - (VERSION[different] ?? 0);
}
