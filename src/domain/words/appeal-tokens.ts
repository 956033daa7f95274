import type { Appeal } from '../appeal';
import { openStatuses, type Status } from '../appeal-status';
import type { Find } from '../find';
import { fold } from './fold';
import { indexTokens } from './index-tokens';

/** Before a hashtag, which is looked for as a whole. */
export const tagMark = '#';

type Described = Pick<Appeal, 'kind' | 'title' | 'story' | 'sought' | 'place' | 'hashtags'>;

/**
 * @returns what an appeal is found by: its published words alone. One for a person is found by its place and its hashtags:
 * in every other word a name may stand, and nobody is to be searched by their name.
 */
export function appealTokens({ kind, title, story, sought, place, hashtags }: Described): string[] {
  if (kind === 'person') return [...tagTokens(hashtags), ...indexTokens(place)];
  const attributes = sought.map(({ label, value }) => `${label} ${value}`);
  return [...tagTokens(hashtags), ...indexTokens([title, story, place, ...attributes, ...hashtags].join('\n'))];
}

/** @returns what an appeal's finds are found by, as long as one is open: the finders' words, and what the appeal seeks */
export function findTokens(appeal: Described & { finds: readonly Find[] }): string[] {
  const open = appeal.finds.filter(({ state }) => state === 'offered');
  if (open.length === 0) return [];
  return indexTokens(
    [appeal.title, ...appeal.sought.map(({ value }) => value), ...open.map(({ words }) => words), appeal.story].join(
      '\n',
    ),
  );
}

/** @returns the part of an appeal's tokens by which those find it who seek the same: all of them as long as it is open */
export function openTokens(status: Status, tokens: string[]): string[] {
  return openStatuses.includes(status) ? tokens : [];
}

/** @returns hashtags as they are looked for */
export function tagTokens(tags: readonly string[]): string[] {
  return tags.map((tag) => tagMark + foldedTag(tag));
}

/** @returns a hashtag as it is compared, without the `#` */
export function foldedTag(tag: string): string {
  return fold(tag).replace(/[^\p{L}\p{N}]/gu, '');
}
