import { paths } from '../paths';
import type { Services } from '../services';
import { shelfController } from '../web/controllers/shelf';
import { spareController } from '../web/controllers/spare';
import { agent, signedIn } from '../web/guards';
import { takePhotosIn } from '../web/middleware/waiting-photos';
import { get, post, type Route } from './route';

export function shelfRoutes(services: Services): Route[] {
  const shelf = shelfController(services);
  const spare = spareController(services);
  const takeIn = takePhotosIn(services.photoStore);
  return [
    get(paths.shelf, signedIn, shelf.show),
    post(paths.shelf, signedIn, ...takeIn, shelf.offer),
    get(paths.newSpare, signedIn, shelf.new),
    get(paths.spare, signedIn, spare.show),
    get(paths.editSpare, signedIn, shelf.edit),
    post(paths.editSpare, signedIn, ...takeIn, shelf.update),
    post(paths.spareConfirmation, signedIn, spare.confirm),
    post(paths.spareGifts, signedIn, spare.giveAway),
    post(paths.spareWithdrawal, signedIn, spare.withdraw),
    post(paths.spareReservations, agent, spare.reserve),
    post(paths.spareEntry, agent, spare.link),
  ];
}
