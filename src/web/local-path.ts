import { paths } from '../paths';

const somewhere = 'http://local.invalid';

/**
 * Where to go on after signing in. Only a page of ours: an address from outside would make our sign-in page the door
 * of somebody else's.
 * @param wanted what the URL or the form said; anything
 * @returns path and query, or the board
 */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return paths.board;
  // Resolved as a browser does it: `//host` and `/\host` are other hosts, control characters vanish.
  const url = URL.canParse(wanted, somewhere) ? new URL(wanted, somewhere) : undefined;
  if (url?.origin !== somewhere || url.pathname.startsWith('//')) return paths.board;
  return url.pathname === paths.signIn || url.pathname === paths.signOut ? paths.board : url.pathname + url.search;
}
