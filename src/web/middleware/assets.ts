import type { RequestHandler } from 'express';
import type { Assets } from '../assets';

/** Serves the closed list of assets. A URL holds the hash of its content, so browsers may keep it for good. */
export function serveAssets(assets: Assets): RequestHandler {
  return (request, response, next) => {
    const asset = isRead(request.method) ? assets.byUrl(request.path) : undefined;
    if (!asset) return next();
    response.set({ 'Content-Type': asset.type, 'Cache-Control': 'public, max-age=31536000, immutable' });
    response.send(asset.content);
  };
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}
