import { z } from 'zod';

/** Said of a value that no form of ours sends: the request is refused as a whole. */
export const foreign = 'error.badRequest';

// Line feed and tab are text; every other control character is none.
const controls = /(?![\n\t])\p{Cc}/u;

/**
 * A text of several lines: line ends become LF, space around goes, and so do the two ways of writing one letter.
 * A field that was not sent is empty.
 * @param maximum length in UTF-16 units, as the `maxlength` of HTML counts
 */
export function text(maximum: number) {
  return z
    .string()
    .default('')
    .transform(tidied)
    .pipe(z.string().refine(isVisible, 'error.field.characters').max(maximum, 'error.field.tooLong'))
    .meta({ maxLength: maximum });
}

/** A text of one line: a line break, which a browser would not send, becomes a space. */
export function line(maximum: number) {
  return z
    .string()
    .default('')
    .transform((given) => tidied(given).replace(/\s*\n\s*/g, ' '))
    .pipe(z.string().refine(isVisible, 'error.field.characters').max(maximum, 'error.field.tooLong'))
    .meta({ maxLength: maximum });
}

/** For a field that may not be left empty: `required(line(80))`. */
export function required<Field extends z.ZodType<string>>(field: Field) {
  return field.refine((given) => given !== '', 'error.field.required').meta({ ...field.meta(), minLength: 1 });
}

/** One of a closed list of values, such as radio buttons send. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, 'error.field.choose');
}

/** A checkbox: absent or `yes`; programs say true or false. */
export function checkbox() {
  return z
    .preprocess(asTicked, z.literal('yes', foreign).optional())
    .transform((given) => given === 'yes')
    .meta({ type: 'boolean' });
}

function asTicked(given: unknown): unknown {
  if (typeof given !== 'boolean') return given;
  return given ? 'yes' : undefined;
}

/** A whole number within limits; a form sends it as text, a program as a number. */
export function wholeNumber(minimum: number, maximum: number) {
  const typed = z
    .string()
    .regex(/^\s*\d{1,9}\s*$/, 'error.field.number')
    .transform(Number)
    .pipe(z.number().min(minimum, 'error.field.number').max(maximum, 'error.field.number'));
  return z
    .preprocess((given) => (typeof given === 'number' ? String(given) : given), typed)
    .meta({ type: 'integer', minimum, maximum });
}

/** A repeated field, such as checkboxes of one name: sent never, once or several times. */
export function several<Field extends z.ZodType>(field: Field, maximum: number) {
  const asList = (given: unknown) => (given === undefined ? [] : Array.isArray(given) ? given : [given]);
  return z.preprocess(asList, z.array(field).max(maximum, 'error.field.choose'));
}

function tidied(given: string): string {
  return given.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

function isVisible(given: string): boolean {
  return !controls.test(given);
}

/** A calendar day that has been, or nothing. */
export const pastDay = line(10).refine((given) => given === '' || isPastDay(given), 'refusal.date');

/** A real calendar day, today at the latest; somewhere it is already tomorrow. */
function isPastDay(given: string): boolean {
  const day = new Date(`${given}T00:00:00Z`);
  const real = /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(given);
  return real && day.getTime() < Date.now() + 24 * 60 * 60 * 1000;
}
