import { paths } from '../paths';
import type { Services } from '../services';
import { inboxController } from '../web/controllers/inbox';
import { agent } from '../web/guards';
import { get, post, type Route } from './route';

export function inboxRoutes(services: Services): Route[] {
  const inbox = inboxController(services);
  return [
    get(paths.inbox, agent, inbox.show),
    get(paths.keptMailOriginal, agent, inbox.original),
    post(paths.keptMailAssignment, agent, inbox.assign),
    post(paths.keptMailDiscard, agent, inbox.discard),
  ];
}
