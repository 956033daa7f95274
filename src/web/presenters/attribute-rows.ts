import type { Attribute } from '../../domain/appeal';

/**
 * The rows of a form for features of a thing: those typed, or the labels most often asked for. One empty row is left, to
 * type into.
 * @param labels of the rows typed, as the form sent them; undefined when nobody has typed yet
 * @param values of the same rows
 */
export function attributeRows(labels: unknown, values: unknown, suggestions: readonly string[]): Attribute[] {
  const typed = textsOf(values);
  const rows = textsOf(labels ?? suggestions).map((label, index) => ({ label, value: typed[index] ?? '' }));
  const used = rows.filter(({ label, value }) => label !== '' || value !== '');
  const empty = Math.max(1, suggestions.length - used.length);
  return [...used, ...Array.from({ length: empty }, () => ({ label: '', value: '' }))];
}

/** @returns what was sent under a repeated name, as a list */
export function textsOf(value: unknown): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
