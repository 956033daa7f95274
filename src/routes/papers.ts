import { paths } from '../paths';
import type { Services } from '../services';
import { papersController } from '../web/controllers/papers';
import { agent, signedIn } from '../web/guards';
import { get, type Route } from './route';

export function paperRoutes(services: Services): Route[] {
  const papers = papersController(services);
  return [
    get(paths.findSlip, signedIn, papers.slip),
    get(paths.label, agent, papers.label),
    get(paths.packingSlip, agent, papers.packingSlip),
    get(paths.findReceipt, agent, papers.receipt),
    get(paths.delivery, agent, papers.delivery),
  ];
}
