import type { Request } from 'express';

declare module 'express-session' {
  interface SessionData {
    /** What a token that was just made is shown from, once. */
    newToken: string;
  }
}

/** Keeps the nonce of a token for the next page. */
export function keepNewToken(request: Request, nonce: string): void {
  request.session.newToken = nonce;
}

/** Takes it out of the session, so that the token is shown once. */
export function takeNewToken({ session }: Request): string | undefined {
  const nonce = session.newToken;
  if (nonce !== undefined) delete session.newToken;
  return nonce;
}
