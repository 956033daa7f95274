import type { Request } from 'express';
import { localPath } from './local-path';

/** @returns path of our page the request was sent from; null when it came from elsewhere */
export function senderPath(request: Request): string | null {
  const sender = request.get('Referer');
  if (sender === undefined || !URL.canParse(sender)) return null;
  const { host, pathname, search } = new URL(sender);
  return host === request.host ? localPath(pathname + search) : null;
}
