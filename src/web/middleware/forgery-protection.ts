import type { Request, RequestHandler } from 'express';
import { Forbidden } from '../../errors';
import { paths } from '../../paths';
import { isSecretPath, isUnsubscribePath } from '../secret-path';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Lets a request change something only when a page of ours, or the person's own hand, sent it. Browsers say so in
 * `Sec-Fetch-Site`, older ones in `Origin`; scripts of other sites can set neither. As a status page sends no referrer,
 * older browsers call its origin `null`; there the token in the address, which no other site knows, is proof enough.
 * @param baseUrl our own address
 * @param production whether that address alone counts; elsewhere we are also reached as localhost, by name or number
 * @throws Forbidden on every other request
 */
export function forgeryProtection(baseUrl: string, production: boolean): RequestHandler {
  const ownOrigin = new URL(baseUrl).origin;

  function isOwn(origin: string, request: Request): boolean {
    return origin === ownOrigin || (!production && origin === `${request.protocol}://${request.host}`);
  }

  function isTrusted(request: Request): boolean {
    // A mail program says nothing about itself, nor does the identity provider; the signed token, which no other site
    // knows or could make, is proof.
    if (isUnsubscribePath(request.path) || request.path === paths.backChannelLogout) return true;
    const site = request.get('Sec-Fetch-Site');
    if (site !== undefined) return site === 'same-origin' || site === 'none';
    const origin = request.get('Origin');
    if (origin === 'null') return isSecretPath(request.path);
    return origin !== undefined && isOwn(origin, request);
  }

  return (request, _response, next) => {
    if (!safeMethods.includes(request.method) && !isTrusted(request)) throw new Forbidden('error.forged');
    next();
  };
}
