import { z } from 'zod';
import { apiScopes } from '../../domain/api-scopes';
import { choice, line, required, several } from './fields';

/** After how many days a token may end. */
export const tokenDays = ['30', '90', '365'] as const;

/** A new token. */
export const apiTokenForm = z.strictObject({
  name: required(line(80)),
  scopes: several(choice(apiScopes), apiScopes.length).refine((given) => given.length > 0, 'error.field.choose'),
  days: choice(tokenDays).transform(Number),
});
