import { paths } from '../paths';
import type { Services } from '../services';
import { papersController } from '../web/controllers/papers';
import { readingWith } from '../web/customer-access';
import { agent, signedIn } from '../web/guards';
import { get, type Route } from './route';

export function paperRoutes(services: Services): Route[] {
  const papers = papersController(services);
  const reading = readingWith(services);
  return [
    get(paths.findSlip, signedIn, papers.slip),
    get(paths.label, agent, reading('label_printed', papers.label)),
    get(paths.packingSlip, agent, reading('packing_slip_printed', papers.packingSlip)),
    get(paths.findReceipt, agent, papers.receipt),
    get(paths.delivery, agent, papers.delivery),
  ];
}
