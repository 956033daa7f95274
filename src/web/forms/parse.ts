import type { z } from 'zod';
import { BadRequest, InvalidInput } from '../../errors';
import { foreign } from './fields';

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/**
 * Reads a form. From here on only the typed values go inward; nobody touches `request.body` again.
 * @param schema a `z.strictObject` of fields (see `fields.ts`); its messages are locale keys
 * @throws BadRequest when no form of ours could have sent it: an unknown field, or one thing sent as several
 * @throws InvalidInput with the locale key of each field that is not acceptable
 */
export function parseForm<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body ?? {}, { error: keyFor });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  if (issues.some(isForeign)) throw new BadRequest(foreign);
  throw new InvalidInput('error.invalidInput', fieldsOf(issues));
}

/** What is wrong with the form as a whole is an unknown field, or that it is no form. */
function isForeign(issue: Issue): boolean {
  return issue.path.length === 0 || issue.message === foreign;
}

/** The sentence of an issue whose schema names none. */
function keyFor(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'error.field.required' : invalidType(issue);
    case 'invalid_value':
      return 'error.field.choose';
    case 'too_big':
      return issue.origin === 'string' ? 'error.field.tooLong' : 'error.field.number';
    case 'too_small':
      return issue.origin === 'string' ? 'error.field.tooShort' : 'error.field.number';
    default:
      return 'error.field.format';
  }
}

/** Text that is no number is a slip; a list where one value belongs was made by hand. */
function invalidType(issue: RawIssue): string {
  return Array.isArray(issue.input) || typeof issue.input === 'object' ? foreign : 'error.field.number';
}

/** The first complaint about each field, in the order of the fields; one is enough to read. */
function fieldsOf(issues: readonly Issue[]): Record<string, string> {
  const fields = new Map<string, string>();
  for (const { path, message } of issues) {
    const field = String(path[0] ?? '');
    if (!fields.has(field)) fields.set(field, message);
  }
  return Object.fromEntries(fields);
}
