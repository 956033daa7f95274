import type { RequestHandler } from 'express';
import { isAgent } from '../../domain/actor';
import { Forbidden, Unauthorized } from '../../errors';
import type { Operation } from './operation';

/**
 * Lets a token in that was made for this, while its account may do this.
 * @throws Forbidden
 */
export function allowed({ guard, scope }: Pick<Operation, 'guard' | 'scope'>): RequestHandler {
  return ({ tokenBearer }, response, next) => {
    if (!tokenBearer) throw new Unauthorized('api.noToken');
    if (!tokenBearer.scopes.includes(scope)) {
      response.set('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${scope}"`);
      throw new Forbidden('api.scope', { scope });
    }
    if (guard === 'agent' && !isAgent(tokenBearer.account)) throw new Forbidden('error.forbidden');
    next();
  };
}
