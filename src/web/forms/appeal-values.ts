import type { Customer } from '../../customers/customer';
import type { Appeal } from '../../domain/appeal';

/** What the fields of the appeal's form hold when it is opened for editing; the names are those of `appeal.ts`. */
export function appealValues(appeal: Appeal, customer: Customer | null): Record<string, unknown> {
  return {
    kind: appeal.kind,
    title: appeal.title,
    story: appeal.story,
    soughtLabel: appeal.sought.map(({ label }) => label),
    soughtValue: appeal.sought.map(({ value }) => value),
    place: appeal.place,
    lostOn: appeal.lostOn,
    hashtags: appeal.hashtags.map((tag) => `#${tag}`).join(' '),
    reward: appeal.reward,
    channel: appeal.channel,
    originalWords: customer?.originalWords,
    postUrl: customer?.postUrl,
    customerName: customer?.name,
    customerHandle: customer?.handle,
    customerEmail: customer?.email,
    customerAddress: customer?.address,
    customerLanguage: customer?.language,
    languageSeen: customer?.language,
  };
}
