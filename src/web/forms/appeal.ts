import { z } from 'zod';
import type { NewAppeal } from '../../appeals/open-appeal';
import { kinds } from '../../domain/appeal';
import { channels } from '../../domain/channels';
import { languages } from '../../domain/languages';
import { choice, line, required, several, text } from './fields';
import { version } from './version';

const mostHashtags = 10;

/** A whole http(s) address, or nothing: a link of any other scheme could run a script. */
const webAddress = line(2000).refine((given) => given === '' || isWebAddress(given), 'refusal.webAddress');

const emailAddress = line(254).refine(
  (given) => given === '' || z.email().safeParse(given).success,
  'error.field.email',
);

const pastDay = line(10).refine((given) => given === '' || isPastDay(given), 'refusal.date');

const hashtags = line(400)
  .transform((given) => [...new Set(given.split(/[\s,;#]+/).filter((tag) => tag !== ''))])
  .refine((tags) => tags.length <= mostHashtags && tags.every((tag) => /^[\p{L}\p{N}_-]{1,40}$/u.test(tag)), {
    error: 'refusal.hashtags',
  });

const fields = {
  title: required(line(120)),
  story: text(5000),
  soughtLabel: several(line(60), 30),
  soughtValue: several(line(200), 30),
  place: line(120),
  lostOn: pastDay,
  hashtags,
  reward: line(200),
  channel: choice(channels),
  originalWords: text(10_000),
  postUrl: webAddress,
  customerName: line(120),
  customerHandle: line(120),
  customerEmail: emailAddress,
  customerAddress: text(500),
  customerLanguage: choice(languages),
};

const newFields = z.strictObject({ ...fields, kind: choice(kinds), intent: choice(['draft', 'publish']) });

/** A new appeal. Gives what the verb takes, and whether it is to be published at once. */
export const newAppealForm = newFields.superRefine(storyToPublish).transform((typed) => ({
  ...asAppeal(typed),
  kind: typed.kind,
  publish: typed.intent === 'publish',
}));

const editFields = z.strictObject({
  ...fields,
  ...version,
  keepPhoto: several(z.string().regex(/^[0-9a-f]{64}$/, 'error.field.choose'), 20),
  intent: choice(['save', 'publish']),
});

/** An edited appeal; its kind stays. */
export const editAppealForm = editFields.superRefine(storyToPublish).transform((typed) => ({
  edit: { ...asAppeal(typed), keptPhotos: typed.keepPhoto },
  seenVersion: typed.version,
  publish: typed.intent === 'publish',
}));

function asAppeal(typed: Pick<z.output<typeof newFields>, keyof typeof fields>): Omit<NewAppeal, 'kind'> {
  const { title, story, place, lostOn, reward, channel } = typed;
  return {
    channel,
    words: { title, story, sought: soughtOf(typed), place, lostOn, hashtags: typed.hashtags, reward },
    customer: {
      name: typed.customerName,
      handle: typed.customerHandle,
      email: typed.customerEmail,
      address: typed.customerAddress,
      language: typed.customerLanguage,
      originalWords: typed.originalWords,
      postUrl: typed.postUrl,
    },
  };
}

/** Rows by their order; one without a value says nothing. */
function soughtOf({ soughtLabel, soughtValue }: { soughtLabel: string[]; soughtValue: string[] }) {
  return soughtValue
    .map((value, index) => ({ label: soughtLabel[index] ?? '', value }))
    .filter(({ value }) => value !== '');
}

function storyToPublish(typed: { story: string; intent: string }, context: z.RefinementCtx): void {
  if (typed.intent === 'publish' && typed.story === '') {
    context.addIssue({ code: 'custom', path: ['story'], message: 'refusal.noStory' });
  }
}

function isWebAddress(given: string): boolean {
  return URL.canParse(given) && /^https?:$/.test(new URL(given).protocol);
}

/** A real calendar day, today at the latest; somewhere it is already tomorrow. */
function isPastDay(given: string): boolean {
  const day = new Date(`${given}T00:00:00Z`);
  const real = /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(given);
  return real && day.getTime() < Date.now() + 24 * 60 * 60 * 1000;
}
