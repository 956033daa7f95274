import { z } from 'zod';
import { soughtAnswers } from '../../domain/person-search';
import { choice, line, required, text } from './fields';
import { version } from './version';

/** The question to a colleague who may be the person sought; the agent knows their address, and types it whole. */
export const askForm = z.strictObject({
  ...version,
  email: required(line(254)).refine((given) => z.email().safeParse(given).success, 'error.field.email'),
  words: required(text(2000)),
});

/** What somebody answers who is sought. Whatever was typed for another answer is dropped. */
export const answerForm = z
  .strictObject({ answer: choice(soughtAnswers), shared: text(1000), message: text(2000) })
  .superRefine(({ answer, ...typed }, context) => {
    const field = fieldOf[answer];
    if (field && typed[field] === '') context.addIssue({ code: 'custom', path: [field], message: missing[field] });
  })
  .transform(({ answer, ...typed }) => {
    const field = fieldOf[answer];
    return { answer, agreed: field ? typed[field] : '' };
  });

const fieldOf = { yes: 'shared', message: 'message', no: null } as const;
const missing = { shared: 'inquiry.sharedMissing', message: 'inquiry.messageMissing' };
