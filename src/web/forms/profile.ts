import { z } from 'zod';
import { languages } from '../../domain/languages';
import { checkbox, choice, line, required } from './fields';

/** The empty language means: as the browser asks. */
export const profileForm = z.strictObject({
  name: required(line(80)),
  language: choice(['', ...languages]).transform((chosen) => (chosen === '' ? null : chosen)),
  place: line(120),
  neverSought: checkbox(),
});
