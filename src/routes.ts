import { Router } from 'express';
import type { Authenticator } from './people/authenticator';
import { adminRoutes } from './routes/admin';
import { appealRoutes } from './routes/appeals';
import { caseRoutes } from './routes/case';
import { catalogueRoutes } from './routes/catalogue';
import { doorRoutes } from './routes/door';
import { findRoutes } from './routes/finds';
import { inboxRoutes } from './routes/inbox';
import { insightsRoutes } from './routes/insights';
import { listRoutes } from './routes/lists';
import { paperRoutes } from './routes/papers';
import { photoRoutes } from './routes/photos';
import { profileRoutes } from './routes/profile';
import { reservationRoutes } from './routes/reservations';
import type { Route } from './routes/route';
import { shelfRoutes } from './routes/shelf';
import { statusRoutes } from './routes/status';
import { updateRoutes } from './routes/updates';
import type { Services } from './services';
import { appealPage } from './web/controllers/appeal-page';
import { commandsOn } from './web/controllers/command';

export type { Route } from './routes/route';

/** The whole surface, room by room. */
export function routesFor(services: Services, authenticator: Authenticator): Route[] {
  const page = appealPage(services);
  const command = commandsOn(page);
  return [
    ...doorRoutes(services, authenticator),
    ...profileRoutes(),
    ...listRoutes(services),
    ...shelfRoutes(services),
    ...catalogueRoutes(services),
    ...adminRoutes(),
    ...insightsRoutes(services),
    ...photoRoutes(services),
    ...appealRoutes(services, page),
    ...caseRoutes(command),
    ...paperRoutes(services),
    ...findRoutes(command, services),
    ...reservationRoutes(command),
    ...updateRoutes(command, services),
    ...inboxRoutes(services),
    ...statusRoutes(services),
  ];
}

/** @returns a router in which every route's guard stands before its handlers */
export function routerFor(routes: readonly Route[]): Router {
  const router = Router();
  for (const { method, path, guard, handlers } of routes) router[method](path, guard.check, ...handlers);
  return router;
}
