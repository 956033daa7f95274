import { z } from 'zod';
import { line, pastDay, required, text } from './fields';
import { recordIdOrNone } from './words';

/** What somebody outside has lost. */
export const lossForm = z.strictObject({
  what: required(line(120)),
  words: required(text(1000)),
  place: line(120),
  lostOn: pastDay,
  name: required(line(120)),
  contact: required(line(200)),
});

/** The found thing a report may be about. */
export const assignmentForm = z.strictObject({
  appealId: recordIdOrNone.transform((id) => id ?? ''),
});
