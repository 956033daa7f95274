import { z } from 'zod';
import { languages } from '../../domain/languages';
import { choice, line } from './fields';

/** The empty language means: as the browser asks. */
export const profileForm = z.strictObject({
  language: choice(['', ...languages]).transform((chosen) => (chosen === '' ? null : chosen)),
  place: line(120),
});
