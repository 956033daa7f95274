import type { Request } from 'express';
import { type Visit, visitBy } from '../customers/visit';
import { isLanguage } from '../domain/languages';
import type { Guard } from './guards';
import { speak } from './middleware/viewer';

declare global {
  namespace Express {
    interface Request {
      /** Set by the guard `byStatusLink`. */
      visit?: Visit;
    }
  }
}

/** Customers, by the token in the address. Their pages speak their language, or the one they switched to. */
export const byStatusLink: Guard = {
  name: 'statusLink',
  check: async (request, response, next) => {
    // Also for the page about a link that opens nothing: a customer never sees the house from inside.
    response.locals.layout = 'status';
    const token = request.params.token;
    request.visit = await visitBy(typeof token === 'string' ? token : '');
    const { language } = request.query;
    speak(request, response, isLanguage(language) ? language : request.visit.customer.language);
    next();
  },
};

/**
 * The customer behind a request.
 * @throws Error when the route lacks its guard
 */
export function visitOf(request: Request): Visit {
  if (!request.visit) throw new Error('a controller for customers was reached without a guard');
  return request.visit;
}
