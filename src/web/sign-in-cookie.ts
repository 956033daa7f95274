import type { Request, Response } from 'express';
import type { Asked } from '../people/single-sign-on/provider';
import { type CookieGiven, createSealedCookie } from './sealed-cookie';

/** As many windows somebody may have before the provider at once. */
const mostAsked = 3;

/** What somebody asked the provider, and where they wanted to go. */
export interface Underway extends Asked {
  readonly next: string;
}

/** Keeps in the browser alone what it asked the provider, so that a request that only asks changes nothing here. */
export interface SignInCookie {
  add(request: Request, response: Response, underway: Underway): Promise<void>;
  /** Takes what belongs to an answer of the provider; it counts once. @returns undefined when there is nothing, or no more */
  take(request: Request, response: Response, state: unknown): Promise<Underway | undefined>;
}

/** @param given the server's secret, and whether the cookie travels by TLS alone */
export function createSignInCookie(given: Pick<CookieGiven, 'secret' | 'production'>): SignInCookie {
  const cookie = createSealedCookie<readonly Underway[]>({ ...given, name: 'fundus-elsewhere', seconds: 10 * 60 });

  return {
    async add(request, response, underway) {
      await cookie.keep(response, [underway, ...((await cookie.read(request)) ?? [])].slice(0, mostAsked));
    },
    async take(request, response, state) {
      const all = (await cookie.read(request)) ?? [];
      const wanted = all.find((underway) => underway.state === state);
      const others = all.filter((underway) => underway !== wanted);
      if (others.length === 0) cookie.clear(response);
      else if (wanted) await cookie.keep(response, others);
      return wanted;
    },
  };
}
