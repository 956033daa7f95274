import { z } from 'zod';
import { line } from './fields';

/** A group of synonyms: at least two words, or none to take it away. */
export const synonymsForm = z
  .strictObject({ key: line(120).transform((key) => key || null), words: line(1000) })
  .refine(({ key, words }) => (key !== null && words === '') || /[^,\s][^,]*,\s*[^,\s]/.test(words), {
    error: 'refusal.synonyms',
    path: ['words'],
  });

/** What the list is asked for. */
export const synonymsQuery = z.object({ q: z.string().trim().max(100).catch('') });
