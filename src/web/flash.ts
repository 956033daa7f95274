import type { Request } from 'express';
import type { Placeholders } from '../i18n/translator';

/** `done`: what was asked for happened; `notice`: it did not, or something else is to be known. */
export type FlashTone = 'done' | 'notice';

/** One sentence for the next page, as kept in the session. */
interface Flash {
  key: string;
  values: Placeholders;
  tone: FlashTone;
}

declare module 'express-session' {
  interface SessionData {
    flash: Flash;
  }
}

/**
 * Says one sentence on the next page that is shown, which is the one after the redirect.
 * @param key locale key, by custom of the room `flash`
 */
export function flash(request: Request, key: string, values: Placeholders = {}, tone: FlashTone = 'done'): void {
  if (request.session) request.session.flash = { key, values, tone };
}

/** Takes the sentence out of the session, so that it is shown once. */
export function takeFlash(request: Request): Flash | undefined {
  // A page about a request that failed early has no session.
  const kept = request.session?.flash;
  if (kept) delete request.session.flash;
  return kept;
}
