/** Never sent back to anybody. */
const secrets = ['password', 'currentPassword', 'code'];

/**
 * What a request's form held, for showing it again.
 * @returns texts, and lists of texts of repeated fields, by field name; no passwords
 */
export function typedValues(body: unknown): Record<string, string | string[]> {
  if (typeof body !== 'object' || body === null) return {};
  const typed = Object.entries(body).filter(([name, value]) => isText(value) && !secrets.includes(name));
  return Object.fromEntries(typed);
}

function isText(value: unknown): value is string | string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}
