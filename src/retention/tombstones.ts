import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { TombstoneModel, type TombstoneRecord } from '../models/tombstone';

/** Beside the data, so that it is there when the database is not: one line of JSON a tombstone, added, never changed. */
const fileName = 'erased.ndjson';

const line = z.object({
  case: z.string().regex(/^[0-9a-f]{24}$/),
  goes: z.enum(['everything', 'customer']),
  at: z.coerce.date(),
});

/**
 * Writes down that a case, or its customer, is erased, in the database and in a file of the data folder: whichever is
 * brought back from a backup, the other one still says so. Done again, it changes nothing.
 */
export async function bury(tombstone: TombstoneRecord, dataDir: string): Promise<void> {
  if (!(await isNew(tombstone))) return;
  await append(tombstone, dataDir);
  await keep(tombstone);
}

/** Takes over into the database what the file knows and the database does not (any more). */
export async function learnTombstones(dataDir: string): Promise<void> {
  for (const tombstone of await readTombstones(path.join(dataDir, fileName)))
    if (await isNew(tombstone)) await keep(tombstone);
}

/** Whose customer was erased may go as a whole later, and not the other way round. */
async function isNew({ _id, goes }: TombstoneRecord): Promise<boolean> {
  const known = await TombstoneModel.findById(_id).lean();
  return known === null || (known.goes === 'customer' && goes === 'everything');
}

async function keep({ _id, goes, at }: TombstoneRecord): Promise<void> {
  await TombstoneModel.updateOne({ _id }, { $set: { goes, at } }, { upsert: true });
}

async function append({ _id, goes, at }: TombstoneRecord, dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const handle = await open(path.join(dataDir, fileName), 'a', 0o600);
  try {
    // On a line of its own, even should a crash have cut the last one short.
    await handle.writeFile(`\n${JSON.stringify({ case: _id, goes, at })}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A line a crash has cut short is of something that will be erased, and written down, anew. */
async function readTombstones(file: string): Promise<TombstoneRecord[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((json) => {
    const { data } = line.safeParse(parsed(json));
    return data ? [{ _id: data.case, goes: data.goes, at: data.at }] : [];
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
