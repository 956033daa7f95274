import { createHash } from 'node:crypto';
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { BadRequest } from '../../errors';
import { isFirst } from '../../models/duplicate';
import { UsedTokenModel } from '../../models/used-token';

const event = 'http://schemas.openid.net/event/backchannel-logout';
/** A token is for now; older ones are somebody's who kept it. */
const validSeconds = 5 * 60;
const toleranceSeconds = 30;
/** Signatures that anybody can check: a secret we share would sign for us as well. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Whose sign-ins end: those of one session at the provider, or all of one person. */
export type LoggedOut =
  | { readonly sid: string; readonly sub?: string }
  | { readonly sid?: undefined; readonly sub: string };

/**
 * Reads what the provider says when somebody signed out there, and takes it once.
 * @throws BadRequest when it is not the provider's word, not for us, not about this, too old, or was used
 */
export async function readLogoutToken(
  token: string,
  { issuer, clientId }: { issuer: string; clientId: string },
  keys: JWTVerifyGetKey,
): Promise<LoggedOut> {
  const claims = await verified(token, { issuer, clientId }, keys);
  const whose = loggedOutIn(claims);
  if (!whose || 'nonce' in claims || !isLogout(claims.events)) throw refusal();
  const used = { _id: digest(`${issuer}\n${claims.jti}`), expiresAt: new Date(Date.now() + 2 * validSeconds * 1000) };
  if (!(await isFirst(() => UsedTokenModel.create(used)))) throw refusal();
  return whose;
}

async function verified(
  token: string,
  { issuer, clientId }: { issuer: string; clientId: string },
  keys: JWTVerifyGetKey,
): Promise<JWTPayload> {
  const time = { maxTokenAge: validSeconds, clockTolerance: toleranceSeconds };
  const requiredClaims = ['iat', 'jti', 'events'];
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      algorithms,
      requiredClaims,
      ...time,
    });
    return payload;
  } catch (error) {
    // A provider that does not give its keys is another matter: it may ask again.
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) throw refusal();
    throw error;
  }
}

function loggedOutIn({ sid, sub }: JWTPayload): LoggedOut | undefined {
  const person = isText(sub) ? { sub } : {};
  if (isText(sid)) return { sid, ...person };
  return sid === undefined && isText(sub) ? { sub } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isLogout(events: unknown): boolean {
  if (typeof events !== 'object' || events === null) return false;
  const said = (events as Record<string, unknown>)[event];
  return typeof said === 'object' && said !== null;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function refusal(): BadRequest {
  return new BadRequest('signIn.sso.failed');
}
