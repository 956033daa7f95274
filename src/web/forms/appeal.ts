import { z } from 'zod';
import type { NewAppeal } from '../../appeals/open-appeal';
import { kinds } from '../../domain/appeal';
import { channels } from '../../domain/channels';
import { languages } from '../../domain/languages';
import { choice, line, pastDay, required, text } from './fields';
import { keptAmong, photoFields, withPhotosChosen } from './photos';
import { version } from './version';
import { attributeLabels, attributesOf, attributeValues, recordIdOrNone, tagLine } from './words';

/** A whole http(s) address, or nothing: a link of any other scheme could run a script. */
const webAddress = line(2000).refine((given) => given === '' || isWebAddress(given), 'refusal.webAddress');

const emailAddress = line(254).refine(
  (given) => given === '' || z.email().safeParse(given).success,
  'error.field.email',
);

/** What all may read of an appeal, but for its features and hashtags. */
export const appealFields = {
  title: required(line(120)),
  story: text(5000),
  place: line(120),
  lostOn: pastDay,
  reward: line(200),
};

/** What is said of its customer. */
export const customerFields = {
  name: line(120),
  handle: line(120),
  email: emailAddress,
  address: text(500),
  language: choice(languages),
  originalWords: text(10_000),
  postUrl: webAddress,
};

const { title, story, place, lostOn, reward } = appealFields;

// A refused form names its errors in this order.
const fields = {
  title,
  story,
  soughtLabel: attributeLabels,
  soughtValue: attributeValues,
  place,
  lostOn,
  hashtags: tagLine,
  reward,
  channel: choice(channels),
  originalWords: customerFields.originalWords,
  postUrl: customerFields.postUrl,
  customerName: customerFields.name,
  customerHandle: customerFields.handle,
  customerEmail: customerFields.email,
  customerAddress: customerFields.address,
  customerLanguage: customerFields.language,
};

const newFields = z.strictObject({
  ...fields,
  ...photoFields,
  kind: choice(kinds),
  entryId: recordIdOrNone.optional(),
  spareId: recordIdOrNone.optional(),
  intent: choice(['draft', 'publish']),
});

/** A new appeal. Gives what the verb takes, and whether it is to be published at once. */
export const newAppealForm = newFields.superRefine(storyToPublish).transform((typed) => ({
  ...asAppeal(typed),
  kind: typed.kind,
  photos: withPhotosChosen(typed).photos,
  entryId: typed.entryId ?? null,
  spareId: typed.spareId ?? null,
  publish: typed.intent === 'publish',
}));

const editFields = z.strictObject({
  ...fields,
  ...photoFields,
  ...version,
  languageSeen: choice(languages).optional(),
  intent: choice(['save', 'publish']),
});

/** An edited appeal; its kind stays. */
export const editAppealForm = editFields.superRefine(storyToPublish).transform((typed) => {
  const { photos } = withPhotosChosen(typed);
  const { languageSeen } = typed;
  const edit = { ...asAppeal(typed), ...keptAmong(photos), ...(languageSeen && { languageSeen }) };
  return { edit, photos, seenVersion: typed.version, publish: typed.intent === 'publish' };
});

function asAppeal(typed: Pick<z.output<typeof newFields>, keyof typeof fields>): Omit<NewAppeal, 'kind'> {
  const { title, story, place, lostOn, reward, channel } = typed;
  return {
    channel,
    words: {
      title,
      story,
      sought: attributesOf(typed.soughtLabel, typed.soughtValue),
      place,
      lostOn,
      hashtags: typed.hashtags,
      reward,
    },
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

function storyToPublish(typed: { story: string; intent: string }, context: z.RefinementCtx): void {
  if (typed.intent === 'publish' && typed.story === '') {
    context.addIssue({ code: 'custom', path: ['story'], message: 'refusal.noStory' });
  }
}

function isWebAddress(given: string): boolean {
  return URL.canParse(given) && /^https?:$/.test(new URL(given).protocol);
}
