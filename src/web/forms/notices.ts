import { z } from 'zod';
import { choice, foreign } from './fields';
import { version } from './version';

/** When the page was made: what came later, nobody has seen on it. Milliseconds since 1970. */
const until = z
  .string()
  .regex(/^\d{13}$/, foreign)
  .transform((given) => new Date(Number(given)));

/** Everything was read. */
export const allReadForm = z.strictObject({ until });

/** What is new in one appeal was read, in the list or on the appeal's page. */
export const readForm = z.strictObject({ ...version, until, from: choice(['list', 'appeal']) });
