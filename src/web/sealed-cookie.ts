import type { CookieOptions, Request, Response } from 'express';
import { createSeal } from '../people/seal';

/** Keeps something in the browser alone, which it cannot read, for a little while. */
export interface SealedCookie<Content> {
  keep(response: Response, content: Content): Promise<void>;
  /** @returns undefined when there is none, or no more */
  read(request: Request): Promise<Content | undefined>;
  clear(response: Response): void;
}

/** What a cookie is called, how long it is good, and what it is sealed with. */
export interface CookieGiven {
  readonly name: string;
  readonly seconds: number;
  /** The server's secret. */
  readonly secret: string;
  /** Whether it travels by TLS alone. */
  readonly production: boolean;
}

export function createSealedCookie<Content extends object>(given: CookieGiven): SealedCookie<Content> {
  const { name: bare, seconds, secret, production } = given;
  const seal = createSeal<Content>(secret, `cookie ${bare}`);
  const name = production ? `__Host-${bare}` : bare;
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure: production, path: '/' };

  return {
    async keep(response, content) {
      response.cookie(name, await seal.close(content, seconds), { ...options, maxAge: seconds * 1000 });
    },
    async read(request) {
      const sealed = cookieOf(request, name);
      return sealed === undefined ? undefined : seal.open(sealed);
    },
    clear: (response) => void response.clearCookie(name, options),
  };
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.get('Cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
