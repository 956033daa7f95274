import { createHash } from 'node:crypto';
import { EJSON } from 'bson';
import {
  ArchiveError,
  archiveFormat,
  collectionFile,
  type Manifest,
  manifestSchema,
  sumLine,
  sumsName,
} from './archive-format';
import { type ArchiveFile, filesOf, wholeOf } from './archive-reader';

/**
 * Reads an archive from beginning to end and compares every file with its sum.
 * @returns what the archive says about itself
 * @throws ArchiveError when it is not whole, is damaged, or was made by a newer version
 */
export async function verifyArchive(archive: string): Promise<Manifest> {
  const reading: Reading = { sums: createHash('sha256'), collections: new Set(), manifest: undefined, isWhole: false };
  try {
    for await (const file of filesOf(archive)) await read(file, reading);
  } catch (error) {
    throw asArchiveError(error);
  }
  if (!reading.manifest || !reading.isWhole) throw new ArchiveError('The archive is not whole: its end is missing.');
  refuseOtherCollections(reading.manifest, reading.collections);
  return reading.manifest;
}

/** What the operating system says of the file stays as it is. */
function asArchiveError(error: unknown): unknown {
  const { syscall, message } = error as NodeJS.ErrnoException;
  if (error instanceof ArchiveError || syscall !== undefined) return error;
  return new ArchiveError(`The archive cannot be read: ${message}`);
}

/** What has been read so far. */
interface Reading {
  /** Over the lines the sums must consist of. */
  readonly sums: ReturnType<typeof createHash>;
  readonly collections: Set<string>;
  manifest: Manifest | undefined;
  isWhole: boolean;
}

async function read(file: ArchiveFile, reading: Reading): Promise<void> {
  if (reading.isWhole) throw new ArchiveError(`The archive goes on after ${sumsName}.`);
  if (file.entry.kind === 'sums') return compareSums(await wholeSum(file), reading);
  const hash = createHash('sha256');
  if (file.entry.kind === 'manifest') reading.manifest = readManifest(await wholeOf(file), hash);
  else for await (const chunk of file.content) hash.update(chunk);
  if (file.entry.kind === 'collection') reading.collections.add(file.name);
  reading.sums.update(sumLine(file.name, hash));
}

async function wholeSum({ content }: ArchiveFile): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest();
}

function compareSums(kept: Buffer, reading: Reading): void {
  reading.isWhole = true;
  if (reading.sums.digest().equals(kept)) return;
  throw new ArchiveError(`The archive is damaged. Unpacked, \`sha256sum --check ${sumsName}\` tells which file.`);
}

function readManifest(bytes: Buffer, hash: ReturnType<typeof createHash>): Manifest {
  hash.update(bytes);
  const said = parsed(bytes);
  const { format } = said as { format?: unknown };
  if (typeof format === 'number' && format > archiveFormat) {
    throw new ArchiveError(
      `The archive was made by a newer version of Fundus (format ${format}, this one reads up to ${archiveFormat}).`,
    );
  }
  const checked = manifestSchema.safeParse(said);
  if (!checked.success) throw new ArchiveError(`The archive's manifest makes no sense: ${checked.error.message}`);
  return checked.data;
}

function parsed(bytes: Buffer): object {
  try {
    return EJSON.parse(bytes.toString('utf8')) as object;
  } catch {
    throw new ArchiveError("The archive's manifest is damaged.");
  }
}

function refuseOtherCollections({ collections }: Manifest, there: ReadonlySet<string>): void {
  const named = new Set(collections.map(({ name }) => collectionFile(name)));
  const other = [
    ...[...named].filter((name) => !there.has(name)).concat([...there].filter((name) => !named.has(name))),
  ];
  if (other.length > 0) throw new ArchiveError(`The archive's manifest does not fit its files: ${other.join(', ')}`);
}
