import { z } from 'zod';
import { disposalWays } from '../../domain/found-thing';
import { choice, line, required, text } from './fields';
import { version } from './version';

/** What only the owner can know, and what whoever claims it is asked. */
export const marksForm = z.strictObject({ ...version, marks: required(text(1000)), question: required(line(200)) });

const claimFields = { name: required(line(120)), contact: required(line(200)), words: required(text(1000)) };

/** Whose a found thing is said to be. */
export const claimForm = z
  .strictObject({ ...version, ...claimFields })
  .transform(({ version, ...claim }) => ({ version, claim }));

/** Whether the control question was answered right: that alone is written down. */
export const verdictForm = z.strictObject({ ...version, verdict: choice(['right', 'wrong']) });

/** What becomes of a thing nobody has claimed. */
export const disposalForm = z.strictObject({ ...version, way: choice(disposalWays), words: text(500) });
