import { Conflict } from '../errors';

/** How often a change is decided anew because others wrote first. */
const mostRounds = 50;

/** Reads and writes a record that is kept beside a case. */
export interface Beside<Kept> {
  read(appealId: string): Promise<Kept>;
  /** @returns false when somebody else was faster */
  write(before: Kept, after: Kept): Promise<boolean>;
}

/**
 * Changes a record beside a case: decided on what stands there, and again when somebody else wrote meanwhile.
 * @param decide pure but for refusals: it may be asked again; whoever gives back what they got changes nothing
 * @returns the record after the change
 * @throws whatever `decide` refuses with, and Conflict when others never stop writing
 */
export async function changeBeside<Kept extends { version: number }>(
  { read, write }: Beside<Kept>,
  appealId: string,
  decide: (kept: Kept) => Kept,
): Promise<Kept> {
  for (let round = 0; round < mostRounds; round++) {
    const before = await read(appealId);
    const after = decide(before);
    if (after === before) return before;
    if (await write(before, after)) return { ...after, version: before.version + 1 };
  }
  throw new Conflict('conflict.busy');
}
