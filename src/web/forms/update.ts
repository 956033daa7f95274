import { z } from 'zod';
import { updateTemplates } from '../../domain/update-template';
import { choice, line, required, text } from './fields';
import { version } from './version';

/** A status update. A subject is sent for mails alone. */
export const updateForm = z.strictObject({
  ...version,
  template: choice(updateTemplates),
  subject: line(200),
  body: required(text(20_000)),
});

/** "Posted, here is the link": a phone call has none. */
export const postedForm = z.strictObject({
  ...version,
  link: line(2000).refine((given) => given === '' || /^https?:\/\/\S+$/.test(given), 'refusal.webAddress'),
});
