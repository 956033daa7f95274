import { z } from 'zod';
import { version } from './version';

/** Whoever erases says that they have read what goes. */
export const erasureForm = z.strictObject({
  ...version,
  confirmed: z.literal('yes', { error: 'refusal.confirmErasure' }),
});
