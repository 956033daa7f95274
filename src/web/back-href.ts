import type { Request } from 'express';
import { paths } from '../paths';
import { localPath } from './local-path';

/** @returns path of our page the request was sent from; the board when it came from elsewhere */
export function backHref(request: Request): string {
  const sender = request.get('Referer');
  if (sender === undefined || !URL.canParse(sender)) return paths.board;
  const { host, pathname, search } = new URL(sender);
  return host === request.host ? localPath(pathname + search) : paths.board;
}
