import { z } from 'zod';
import { channels } from '../../domain/channels';
import { updateTemplates } from '../../domain/update-template';
import { choice, line, required, text } from './fields';
import { version } from './version';

/** What the composer's buttons ask for: to send, to see the preview, or to go on in another channel. */
const intents = ['send', 'preview', ...channels] as const;

/** What is said in a status update besides its text. */
export const updateFields = {
  channel: choice(channels).optional(),
  subject: line(200),
  hearsBy: line(10).refine((day) => day === '' || isDay(day), 'refusal.pastDay'),
};

/** Its text. */
export const updateBody = required(text(20_000));

const composed = {
  ...version,
  template: choice(updateTemplates),
  intent: choice(intents).default('send'),
  ...updateFields,
};

function isDay(day: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** A status update that is to be sent. A subject is sent for mails alone. */
export const updateForm = z.strictObject({ ...composed, body: updateBody });

/** One that is still being written. */
export const draftUpdateForm = z.strictObject({ ...composed, body: text(20_000) });

/** "Posted, here is the link": a phone call has none. */
export const postedFields = {
  link: line(2000).refine((given) => given === '' || /^https?:\/\/\S+$/.test(given), 'refusal.webAddress'),
};
export const postedForm = z.strictObject({ ...version, ...postedFields });
