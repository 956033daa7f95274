import { paths } from '../paths';
import type { Services } from '../services';
import { customerDataController } from '../web/controllers/customer-data';
import { erasureController } from '../web/controllers/erasure';
import { agent } from '../web/guards';
import { get, post, type Route } from './route';

export function customerRoutes(services: Services): Route[] {
  const erasure = erasureController(services);
  return [
    post(paths.customerData, agent, customerDataController(services)),
    get(paths.erasure, agent, erasure.show),
    post(paths.erasure, agent, erasure.erase),
  ];
}
