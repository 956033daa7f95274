import { tagMark } from '../domain/words/appeal-tokens';
import { parseQuery } from '../domain/words/query';
import { stemsOf } from '../domain/words/stem';
import type { Choice } from '../domain/words/terms';
import { notionsOf } from '../domain/words/terms';
import type { Filter } from './newest';
import { understand } from './understand';

/** @returns filters on `tokens` for what was typed into a search field: all of it must be said, in any words */
export async function textFilters(typed: string): Promise<Filter[]> {
  const { text, hashtags, without } = parseQuery(typed);
  const wanted = await understand(notionsOf(text), { beginnings: true });
  return [
    ...wanted.map(({ choices }) => anyOf(choices)),
    ...hashtags.map((tag) => ({ tokens: tagMark + tag })),
    ...without.map((word) => ({ tokens: { $nin: stemsOf(word) } })),
  ];
}

function anyOf(choices: readonly Choice[]): Filter {
  const single = choices.flatMap(({ tokens }) => (tokens.length === 1 ? tokens : []));
  const several = choices.filter(({ tokens }) => tokens.length > 1);
  const either = [{ tokens: { $in: single } }, ...several.map(({ tokens }) => ({ tokens: { $all: tokens } }))];
  return either.length === 1 ? { tokens: { $in: single } } : { $or: either };
}
