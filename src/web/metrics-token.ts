import { createHash, timingSafeEqual } from 'node:crypto';
import { NotFound } from '../errors';
import type { Services } from '../services';
import type { Guard } from './guards';

/**
 * Machines that read the metrics, by `Authorization: Bearer`. To everybody else there is nothing here.
 * Where no token is configured, that is everybody.
 */
export function byMetricsToken(services: Pick<Services, 'config'>): Guard {
  return {
    name: 'metricsToken',
    check: (request, _response, next) => {
      const { metricsToken } = services.config;
      const given = digest(request.get('Authorization') ?? '');
      if (metricsToken === undefined || !timingSafeEqual(given, digest(`Bearer ${metricsToken}`))) throw new NotFound();
      next();
    },
  };
}

/** Of one length, whatever was given. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
