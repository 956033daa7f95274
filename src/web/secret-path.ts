import { paths } from '../paths';

const prefixes = [paths.status, paths.invitation].map((pattern) => pattern.replace(':token', ''));

/** @returns whether a secret token stands in a path: a customer's, or of somebody who sets a password */
export function isSecretPath(path: string): boolean {
  return prefixes.some((prefix) => path.toLowerCase().startsWith(prefix));
}
