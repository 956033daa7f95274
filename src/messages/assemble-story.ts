import { type Appeal, searchOf } from '../domain/appeal';
import type { Translate } from '../i18n/translator';
import { fillingOf } from './text-length';

/** A happy end as texts to start from; nothing of it is kept, and nothing names the customer. */
export interface Story {
  /** At most 140 and 280 letters as X counts them. */
  short: string;
  post: string;
  /** For the customer community, in paragraphs. */
  community: string;
  /** For the intranet, with the names of those who gave. */
  intranet: string;
}

/** What a story may tell besides the timeline. */
export interface StoryReader {
  t: Translate;
  /** Names of the finders by account id; colleagues know them from the board. */
  names: ReadonlyMap<string, string>;
  /** The customer's thanks, where they agreed that colleagues read them, and that everybody does. */
  thanks: { internal: string | null; public: string | null };
}

const dayMs = 24 * 60 * 60 * 1000;

/** Makes the texts from what really happened: the counts, the days, the thanks. */
export function assembleStory(appeal: Appeal, { t, names, thanks }: StoryReader): Story {
  const facts = factsOf(appeal);
  const opening = t(`story.opening.${appeal.kind}`, { title: appeal.title });
  const search = facts.colleagues > 0 ? t('story.search', { count: facts.colleagues }) : '';
  const days = facts.days > 0 ? t('story.days', { count: facts.days }) : '';
  const ending = t(`story.ending.${appeal.kind}`);
  const quote = (words: string | null) => (words ? t('story.thanks', { words }) : '');
  const finders = appeal.finds
    .filter(({ state }) => ['received', 'shelved', 'handed_over'].includes(state))
    .flatMap(({ finder }) => names.get(finder) ?? []);
  const gave = finders.length > 0 ? t('story.finders', { names: [...new Set(finders)].join(', ') }) : '';
  return {
    short: fitted(140, [opening, ending], [search]),
    post: fitted(280, [opening, ending], [search, days, quote(thanks.public)]),
    community: paragraphs([`${opening} ${search} ${days}`, ending, quote(thanks.public), t('story.closing')]),
    intranet: paragraphs([`${opening} ${search} ${days}`, ending, gave, quote(thanks.internal), t('story.thankAll')]),
  };
}

function factsOf(appeal: Appeal): { colleagues: number; days: number } {
  const ended = appeal.timeline.findLast(({ type }) => type === 'delivered' || type === 'closed')?.at;
  const begun = appeal.publishedAt;
  const days = ended && begun ? Math.round((ended.getTime() - begun.getTime()) / dayMs) : 0;
  return { colleagues: searchOf(appeal).colleagues, days };
}

/** What must be said, and of the rest as much as there is room for; what must be said is cut where it is too long. */
function fitted(limit: number, must: readonly string[], may: readonly string[]): string {
  const [opening = '', ...rest] = must;
  const kept: string[] = [];
  const whole = (extra: readonly string[]) => [opening, ...extra, ...rest].filter(Boolean).join(' ');
  for (const part of may) if (weight(whole([...kept, part])) <= limit) kept.push(part);
  return cut(whole(kept), limit);
}

function cut(text: string, limit: number): string {
  if (weight(text) <= limit) return text;
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  while (weight(`${letters.join('')}…`) > limit) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function weight(text: string): number {
  return fillingOf('x', text).length;
}

function paragraphs(parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/ {2,}/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n');
}
