import { z } from 'zod';
import { line, required } from './fields';
import { password } from './password';

export const signInForm = z.strictObject({ email: required(line(254)), password, next: line(2000) });

/** What the identity provider sends when somebody signed out there; it may send more one day. */
export const logoutForm = z.object({ logout_token: z.string().min(1).max(20_000) });
