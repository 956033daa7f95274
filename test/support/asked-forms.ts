import type { z } from 'zod';

/** The schemas forms were parsed with since `forget`. */
let asked: z.ZodType[] = [];

/**
 * Takes the place of the module that parses forms: it does the same, and remembers what it was asked for.
 * @public required where that module is mocked, which comes before all imports
 */
export function rememberingForms(actual: typeof import('../../src/web/forms/parse')): typeof actual {
  return {
    ...actual,
    parseForm: (schema, body) => {
      asked.push(schema);
      return actual.parseForm(schema, body);
    },
  };
}

/** @returns the names of all fields of the forms that were parsed while `work` was done */
export async function fieldsAskedBy(work: () => PromiseLike<unknown>): Promise<string[]> {
  asked = [];
  await work();
  return [...new Set(asked.flatMap(fieldsIn))].sort();
}

/** What a schema is made of, as far as it matters here. */
interface Parts {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

/** Looks through what is done to a form's fields after they are read. */
function fieldsIn(schema: z.ZodType): string[] {
  const { shape, in: from, out, left, right, options = [] } = schema.def as Parts;
  if (shape) return Object.keys(shape);
  return [from, out, left, right, ...options].flatMap((part) => (part ? fieldsIn(part) : []));
}
