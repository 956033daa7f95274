import { paths } from '../paths';

const prefixes = [paths.status, paths.invitation, paths.inquiry].map((pattern) => pattern.replace(':token', ''));
const unsubscribePrefix = paths.unsubscribe.replace(':letter', '');

/** @returns whether a secret token stands in a path: a customer's, or of somebody who is sought, sets a password or ends mails */
export function isSecretPath(path: string): boolean {
  return isUnsubscribePath(path) || prefixes.some((prefix) => path.toLowerCase().startsWith(prefix));
}

/** @returns whether a path is one of those that stand in mails, to be called by the mail program itself */
export function isUnsubscribePath(path: string): boolean {
  return path.toLowerCase().startsWith(unsubscribePrefix);
}
