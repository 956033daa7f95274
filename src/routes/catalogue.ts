import { paths } from '../paths';
import type { Services } from '../services';
import { catalogueController } from '../web/controllers/catalogue';
import { agent, signedIn } from '../web/guards';
import { upload } from '../web/middleware/upload';
import { get, post, type Route } from './route';

export function catalogueRoutes(services: Services): Route[] {
  const catalogue = catalogueController(services);
  return [
    get(paths.catalogue, signedIn, catalogue.list),
    post(paths.catalogue, agent, upload(), catalogue.create),
    get(paths.newEntry, agent, catalogue.new),
    get(paths.entry, signedIn, catalogue.show),
    get(paths.editEntry, agent, catalogue.edit),
    post(paths.editEntry, agent, upload(), catalogue.update),
  ];
}
