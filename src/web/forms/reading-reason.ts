import { z } from 'zod';
import { readingReasons } from '../../domain/audit';
import { choice, line, text } from './fields';
import { version } from './version';

/** Why an agent reads another's case. What is on no list is said in words. */
export const readingReasonForm = z
  .strictObject({ ...version, reason: choice(readingReasons), reasonWords: text(300), next: line(2000) })
  .refine(({ reason, reasonWords }) => reason !== 'other' || reasonWords !== '', {
    path: ['reasonWords'],
    message: 'error.field.required',
  });
