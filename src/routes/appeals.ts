import { paths } from '../paths';
import type { Services } from '../services';
import type { appealPage } from '../web/controllers/appeal-page';
import { appealsController } from '../web/controllers/appeals';
import { matchesController, matchesWhileTyping } from '../web/controllers/matches';
import { showPresence } from '../web/controllers/presence';
import { readingReasonController } from '../web/controllers/reading-reason';
import { readingWith } from '../web/customer-access';
import { agent, signedIn } from '../web/guards';
import { takePhotosIn } from '../web/middleware/waiting-photos';
import { get, post, type Route } from './route';

export function appealRoutes(services: Services, page: ReturnType<typeof appealPage>): Route[] {
  const appeals = appealsController(services);
  const reading = readingWith(services);
  const takeIn = takePhotosIn(services.photoStore);
  return [
    get(paths.newAppeal, agent, appeals.new),
    post(paths.appeals, agent, ...takeIn, appeals.create),
    post(paths.typedMatches, agent, ...takeIn, matchesWhileTyping(appeals.showNew, services.photoStore)),
    get(paths.appeal, signedIn, page.show),
    post(paths.readingReason, agent, readingReasonController(services, page)),
    post(paths.presence, agent, showPresence),
    get(paths.matches, agent, matchesController.show),
    post(paths.dismissals, agent, matchesController.dismiss),
    post(paths.merger, agent, matchesController.merge),
    post(paths.mergerEnd, agent, matchesController.unmerge),
    get(paths.editAppeal, agent, reading('form_read', appeals.edit)),
    post(paths.editAppeal, agent, ...takeIn, reading('form_read', appeals.update)),
  ];
}
