import { z } from 'zod';
import { line, required } from './fields';
import { password } from './password';

export const signInForm = z.strictObject({ email: required(line(254)), password, next: line(2000) });
