import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { isSecretPath } from '../secret-path';

const self = ["'self'"];
const none = ["'none'"];

/** The style sheet Turbo puts into the page for its progress bar, by its SHA-256; a new Turbo may need another one. */
const turboStyle = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='";

/** Everything from ourselves, nothing else inline. `blob:` and `data:` show a picked photo before it is sent. */
const contentSources = {
  defaultSrc: none,
  scriptSrc: self,
  styleSrc: [...self, turboStyle],
  fontSrc: self,
  imgSrc: [...self, 'data:', 'blob:'],
  connectSrc: self,
  manifestSrc: self,
  formAction: self,
  frameAncestors: none,
  baseUri: none,
};

/**
 * What a browser may do with our pages.
 * @param production whether we are reached by TLS alone
 */
export function securityHeaders(production: boolean): RequestHandler[] {
  const directives = production ? { ...contentSources, upgradeInsecureRequests: [] } : contentSources;
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives },
      strictTransportSecurity: production && { maxAge: 31_536_000, includeSubDomains: false },
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
    privacyHeaders,
  ];
}

/**
 * Nothing here is for search engines, and nothing may stay in a shared cache; what may, says so itself. The address of
 * a status page, or of the end of mails, is a secret and told to nobody, not even to ourselves.
 */
const privacyHeaders: RequestHandler = (request, response, next) => {
  if (isSecretPath(request.path)) response.set('Referrer-Policy', 'no-referrer');
  response.set({
    'X-Robots-Tag': 'noindex, nofollow',
    'Cache-Control': 'no-store',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  });
  next();
};
