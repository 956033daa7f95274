import { randomUUID } from 'node:crypto';
import { appealAllowing } from '../appeals/appeal-allowing';
import type { Target } from '../appeals/transition';
import { accountOf } from '../domain/actor';
import { changeSearch } from './person-search';

/**
 * A colleague knows something about the person sought. It goes to the agents alone: the case itself does not change, so
 * that nobody can tell from it that there is a hint.
 * @throws LostRace when nobody is sought (any more)
 */
export async function giveHint(target: Target, words: string): Promise<void> {
  const { id } = await appealAllowing(target, 'give_hint');
  const hint = { id: randomUUID(), by: accountOf(target.actor), words, at: new Date() };
  await changeSearch(id, (search) => ({ ...search, hints: [...search.hints, hint] }));
}
