import { Router } from 'express';
import type { Authenticator } from './people/authenticator';
import { adminRoutes } from './routes/admin';
import { developerRoutes } from './routes/api';
import { appealRoutes } from './routes/appeals';
import { caseRoutes } from './routes/case';
import { catalogueRoutes } from './routes/catalogue';
import { customerRoutes } from './routes/customers';
import { doorRoutes } from './routes/door';
import { findRoutes } from './routes/finds';
import { inboxRoutes } from './routes/inbox';
import { insightsRoutes } from './routes/insights';
import { listRoutes } from './routes/lists';
import { lostRoutes } from './routes/lost';
import { noticeRoutes } from './routes/notices';
import { ownerRoutes } from './routes/owner';
import { paperRoutes } from './routes/papers';
import { personRoutes } from './routes/person';
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
import type { Once } from './web/middleware/once';
import type { RateLimits } from './web/middleware/rate-limits';

export type { Route } from './routes/route';

/** The whole surface, room by room. */
export function routesFor(services: Services, authenticator: Authenticator): Route[] {
  const page = appealPage(services);
  const command = commandsOn(page);
  return [
    ...doorRoutes(services, authenticator),
    ...profileRoutes(services),
    ...developerRoutes(services),
    ...noticeRoutes(command, services),
    ...listRoutes(services),
    ...shelfRoutes(services),
    ...catalogueRoutes(services),
    ...adminRoutes(services),
    ...insightsRoutes(services),
    ...photoRoutes(services),
    ...appealRoutes(services, page),
    ...caseRoutes(command),
    ...customerRoutes(services),
    ...personRoutes(command, services),
    ...ownerRoutes(command, services),
    ...lostRoutes(services),
    ...paperRoutes(services),
    ...findRoutes(command, services),
    ...reservationRoutes(command),
    ...updateRoutes(command, services),
    ...inboxRoutes(services),
    ...statusRoutes(services),
  ];
}

/** What stands around the handlers of every route. */
interface Surroundings {
  readonly limits: RateLimits;
  /** Comes when a form has been read, before anything is done about it. */
  readonly once: Once;
}

/** @returns a router in which every route's limit and guard stand before its handlers */
export function routerFor(routes: readonly Route[], { limits, once }: Surroundings): Router {
  const router = Router();
  for (const route of routes) {
    const { method, path, guard, handlers } = route;
    // The upload, if any, reads what was sent; all that follows works with it.
    const read = handlers.length > 1 ? 1 : 0;
    if (method === 'get') router.get(path, ...limits(route), guard.check, ...handlers);
    else
      router.post(
        path,
        ...limits(route),
        guard.check,
        ...handlers.slice(0, read),
        once(guard),
        ...handlers.slice(read),
      );
  }
  return router;
}
