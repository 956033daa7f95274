import { z } from 'zod';
import { line } from './fields';

/** Which case a mail belongs to: its address, as copied from the browser, or the number at its end. */
export const assignmentForm = z.strictObject({
  appeal: line(500)
    .transform((given) => /(?:^|\/appeals\/)([0-9a-f]{24})(?:[/?#].*)?$/.exec(given)?.[1] ?? '')
    .refine((id) => id !== '', 'refusal.appealAddress'),
});

/** A button that needs nothing but the press. */
export const discardForm = z.strictObject({});
