import { paths } from '../paths';

const prefix = paths.status.replace(':token', '');
const unsubscribePrefix = paths.unsubscribe.replace(':letter', '');

/** @returns whether a path is one of the customers', whose secret token stands in it */
export function isStatusPath(path: string): boolean {
  return path.toLowerCase().startsWith(prefix);
}

/** @returns whether a path is one of those that stand in mails, to be called by the mail program itself */
export function isUnsubscribePath(path: string): boolean {
  return path.toLowerCase().startsWith(unsubscribePrefix);
}
