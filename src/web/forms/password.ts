import { z } from 'zod';
import { maximumLength } from '../../people/password';
import { line, required } from './fields';

/** A password is taken as it is: space around it may be meant. */
export const password = z.string().min(1, 'error.field.required').max(maximumLength, 'error.field.tooLong');

/** Somebody's first password, or one for the one they forgot. */
export const newPasswordForm = z.strictObject({ password });

/** Whoever changes how they sign in says once more who they are. */
export const confirmPasswordForm = z.strictObject({ password });

/** A code of the telephone, or of the drawer. */
export const codeForm = z.strictObject({ code: required(line(40)) });

/** Another password, by somebody who knows the old one. */
export const passwordForm = z.strictObject({ currentPassword: password, password });
