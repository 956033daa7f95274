import { z } from 'zod';
import { choice, line, required, several } from './fields';

/** What an account can be on top of an employee's. */
const roles = several(choice(['agent', 'admin']), 2);

export const accountForm = z.strictObject({
  name: required(line(80)),
  email: required(line(200)).pipe(z.email('error.field.email')),
  roles,
});

export const rolesForm = z.strictObject({ roles });

/** A button alone. */
export const buttonForm = z.strictObject({});

/** What the list is asked for. */
export const accountsQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  after: z.string().max(300).catch(''),
});
