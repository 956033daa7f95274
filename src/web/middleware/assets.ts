import type { RequestHandler } from 'express';
import { paths } from '../../paths';
import type { Assets } from '../assets';

const forGood = 'public, max-age=31536000, immutable';

/**
 * Serves the closed list of assets. A URL holds the hash of its content, so browsers may keep it for good; but the
 * service worker is known by its address, and has to stand at the root to be there for all pages.
 */
export function serveAssets(assets: Assets): RequestHandler {
  return (request, response, next) => {
    const isWorker = request.path === paths.serviceWorker;
    const url = isWorker ? assets.urlOf('js/service-worker.js') : request.path;
    const asset = isRead(request.method) ? assets.byUrl(url) : undefined;
    if (!asset) return next();
    response.set({ 'Content-Type': asset.type, 'Cache-Control': isWorker ? 'no-cache' : forGood });
    response.send(asset.content);
  };
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}
