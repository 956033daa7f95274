import { paths } from '../paths';

const pattern = new RegExp(`^${paths.presence.replace(':id', '[^/]+')}$`);

/** @returns whether a page says at this path that somebody looks at it */
export function isPresencePath(path: string): boolean {
  return pattern.test(path);
}
