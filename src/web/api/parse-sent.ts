import type { z } from 'zod';
import { InvalidInput } from '../../errors';

/**
 * Reads what a program has sent, by the same fields as the forms.
 * @throws InvalidInput with the locale key of each field that is not acceptable, by its path: `customer.email`
 */
export function parseSent<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given, { error: keyFor });
  if (parsed.success) return parsed.data;
  throw new InvalidInput('api.invalidInput', fieldsOf(parsed.error.issues));
}

function keyFor(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'error.field.required' : 'api.wrongType';
    case 'invalid_value':
      return 'error.field.choose';
    case 'too_big':
    case 'too_small':
      return issue.origin === 'string' ? 'error.field.tooLong' : 'error.field.number';
    case 'unrecognized_keys':
      return 'api.unknownField';
    default:
      return 'error.field.format';
  }
}

/** The first complaint about each field, in the order of the fields. */
function fieldsOf(issues: readonly z.core.$ZodIssue[]): Record<string, string> {
  const fields = new Map<string, string>();
  for (const issue of issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const path of names) {
      const name = path.map(String).join('.');
      if (!fields.has(name)) fields.set(name, issue.message === 'error.badRequest' ? 'api.wrongType' : issue.message);
    }
  }
  return Object.fromEntries(fields);
}
