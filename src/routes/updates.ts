import { paths } from '../paths';
import type { Services } from '../services';
import type { Command } from '../web/controllers/command';
import { showStory } from '../web/controllers/story';
import { updatesController } from '../web/controllers/updates';
import { readingWith } from '../web/customer-access';
import { agent } from '../web/guards';
import { get, post, type Route } from './route';

export function updateRoutes(command: Command, services: Services): Route[] {
  const updates = updatesController(command, services);
  const reading = readingWith(services);
  return [
    get(paths.story, agent, showStory),
    get(paths.newUpdate, agent, reading('composer_read', updates.compose)),
    post(paths.updates, agent, reading('composer_read', updates.send)),
    post(paths.updateWithdrawal, agent, updates.takeBack),
    post(paths.updateRetry, agent, updates.tryAgain),
    post(paths.updatePosting, agent, updates.markPosted),
    post(paths.statusLink, agent, updates.renewLink),
    post(paths.statusLinkRevocation, agent, updates.revokeLink),
  ];
}
