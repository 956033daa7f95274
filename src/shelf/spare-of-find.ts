import type { Find } from '../domain/find';

/**
 * @returns the spare a find was made of
 * @throws Error when it was offered by a colleague; then the verb should not have been allowed
 */
export function spareOfFind({ id, spareId }: Find): string {
  if (spareId === undefined) throw new Error(`the find ${id} was not made of a spare`);
  return spareId;
}
