import { NotFound } from '../errors';
import type { Services } from '../services';
import type { Guard } from './guards';

/** Everybody, where the house wants to be told of lost things by people outside; otherwise the page is not there. */
export function byPublicClaims(services: Pick<Services, 'config'>): Guard {
  return {
    name: 'publicClaims',
    check: (_request, response, next) => {
      if (!services.config.publicClaims) throw new NotFound();
      response.locals.layout = 'status';
      response.locals.footer = 'lost.footer';
      next();
    },
  };
}
