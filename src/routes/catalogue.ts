import { paths } from '../paths';
import type { Services } from '../services';
import { catalogueController } from '../web/controllers/catalogue';
import { agent, signedIn } from '../web/guards';
import { takePhotosIn } from '../web/middleware/waiting-photos';
import { get, post, type Route } from './route';

export function catalogueRoutes(services: Services): Route[] {
  const catalogue = catalogueController(services);
  const takeIn = takePhotosIn(services.photoStore);
  return [
    get(paths.catalogue, signedIn, catalogue.list),
    post(paths.catalogue, agent, ...takeIn, catalogue.create),
    get(paths.newEntry, agent, catalogue.new),
    get(paths.entry, signedIn, catalogue.show),
    get(paths.editEntry, agent, catalogue.edit),
    post(paths.editEntry, agent, ...takeIn, catalogue.update),
  ];
}
