import type { Request, RequestHandler } from 'express';
import { languages } from '../../domain/languages';
import { Unauthorized } from '../../errors';
import { chooseLanguage } from '../../i18n/translator';
import type { Counter } from '../../limits/counter';
import type { ApiTokens, TokenBearer } from '../../people/api-tokens';

declare global {
  namespace Express {
    interface Request {
      /** Set by `bearer`. */
      tokenBearer?: TokenBearer;
    }
  }
}

interface BearerLimits {
  /** By token. */
  requests: Counter;
  /** By address, of tokens that open nothing. */
  guesses: Counter;
}

/** Nobody yet, in the language asked for: what is said of a request before its token is known. */
export const stranger: RequestHandler = (request, _response, next) => {
  const language = chooseLanguage(request.acceptsLanguages(...languages));
  request.viewer = { language, actor: undefined, name: '', roles: [] };
  next();
};

/**
 * Knows programs by their token, which stands in the head `Authorization` and nowhere else; cookies are nothing here.
 * @throws Unauthorized without one that is valid
 */
export function bearer(tokens: ApiTokens, { requests, guesses }: BearerLimits): RequestHandler {
  return async (request, _response, next) => {
    const token = tokenIn(request);
    if (token === undefined) throw new Unauthorized('api.noToken');
    const known = await tokens.bearerOf(token);
    if (!known) {
      await guesses.count(request.ip ?? '');
      throw new Unauthorized('api.badToken');
    }
    await requests.count(known.tokenId);
    const { kind, id, roles, name } = known.account;
    request.tokenBearer = known;
    request.viewer = { language: request.viewer.language, actor: { kind, id, roles }, name, roles };
    next();
  };
}

function tokenIn(request: Request): string | undefined {
  return /^Bearer +([\w-]{20,200})$/i.exec(request.get('Authorization') ?? '')?.[1];
}
