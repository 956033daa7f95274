import { z } from 'zod';
import { foreign, line } from './fields';
import { version } from './version';

/** Keeping a search: its words, or the appeal whose thing is watched for. */
export const watchForm = z
  .strictObject({
    ...version,
    q: line(200),
    appealId: z
      .string()
      .regex(/^[0-9a-f]{24}$/, foreign)
      .optional(),
  })
  .refine(({ q, appealId }) => q !== '' || appealId !== undefined, { error: 'error.field.required', path: ['q'] })
  .transform(({ q, appealId }) => (appealId === undefined ? { text: q } : { appealId }));
