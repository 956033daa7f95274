import compression from 'compression';
import express, { type Express, type Router } from 'express';
import { projectRoot } from './config';
import { apiPaths, paths } from './paths';
import { createAuthenticator } from './people/authenticator';
import { createSignInLimit } from './people/sign-in-limit';
import { routerFor, routesFor } from './routes';
import { apiDescription, apiFiles, apiOperations } from './routes/api';
import type { Services } from './services';
import { traceOf } from './trace';
import { api } from './web/api/api';
import { createApiLimits } from './web/api/limits';
import { loadAssets } from './web/assets';
import { brandAssets } from './web/brand/brand-assets';
import { useViews } from './web/handlebars';
import { serveAssets } from './web/middleware/assets';
import { bell } from './web/middleware/bell';
import { body } from './web/middleware/body';
import { errorHandler } from './web/middleware/error-handler';
import { forgeryProtection } from './web/middleware/forgery-protection';
import { lastResort } from './web/middleware/last-resort';
import { notFound } from './web/middleware/not-found';
import { once } from './web/middleware/once';
import { passive } from './web/middleware/passive';
import { createRateLimits } from './web/middleware/rate-limits';
import { requestLog } from './web/middleware/request-log';
import { secondFactorDue } from './web/middleware/second-factor-due';
import { securityHeaders } from './web/middleware/security-headers';
import { seen } from './web/middleware/seen';
import { session } from './web/middleware/session';
import { viewer } from './web/middleware/viewer';
import { presentSince } from './web/since';

/** The application, ready to be listened with. */
export function createApp(services: Services): Express {
  const { config, connection, logger, metrics } = services;
  const { production } = config;
  const assets = loadAssets(projectRoot, brandAssets(projectRoot, config.brandColor));
  const authenticator = createAuthenticator(createSignInLimit(connection), services.signInWays);
  const unremembered = (error: unknown) =>
    logger.error(traceOf(error, production), 'a form will be done again if it is sent again');
  const unkept = (error: unknown) => logger.error(traceOf(error, production), 'a session could not be kept');
  const app = express();
  configure(app, services);
  useViews(app, projectRoot, assets);

  app.use(requestLog(logger, metrics));
  app.use(securityHeaders(production));
  app.use(compression());
  app.use(serveAssets(assets));
  app.use(apiFor(services));
  app.use(forgeryProtection(config.baseUrl, production));
  app.use(session({ connection, secret: config.sessionSecret, production, onError: unkept }));
  app.use(authenticator.session());
  app.use(viewer);
  app.use(bell);
  app.use(passive);
  app.use(seen);
  app.use(secondFactorDue(services));
  app.use(body);
  const limits = createRateLimits(connection, config.limits);
  app.use(routerFor(routesFor(services, authenticator), { limits, once: once(unremembered) }));
  app.use(notFound);
  app.use(errorHandler({ logger, production, presentSince }));
  app.use(lastResort(logger, production));
  return app;
}

function apiFor(services: Services): Router {
  const { config, connection, apiTokens: tokens, logger } = services;
  return api(apiPaths.root, {
    operations: apiOperations(services),
    files: apiFiles(services),
    description: apiDescription(services),
    tokens,
    limits: createApiLimits(connection, config.apiRequestsPerMinute, config.limits.writesPerMinute),
    logger,
    production: config.production,
  });
}

function configure(app: Express, { config }: Services): void {
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  app.enable('view cache');
  // Pages are personal and never cached, so comparing them would be in vain.
  app.disable('etag');
  Object.assign(app.locals, { brandName: config.brandName, paths });
}
