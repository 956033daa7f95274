import { paths } from '../paths';

const prefix = paths.status.replace(':token', '');

/** @returns whether a path is one of the customers', whose secret token stands in it */
export function isStatusPath(path: string): boolean {
  return path.toLowerCase().startsWith(prefix);
}
