import { z } from 'zod';
import { maximumLength } from '../../people/password';
import { line, required } from './fields';

/** A password is taken as it is: space around it may be meant. */
export const signInForm = z.strictObject({
  email: required(line(254)),
  password: z.string().min(1, 'error.field.required').max(maximumLength, 'error.field.tooLong'),
  next: line(2000),
});
