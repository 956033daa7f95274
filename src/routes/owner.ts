import { paths } from '../paths';
import type { Services } from '../services';
import type { Command } from '../web/controllers/command';
import { handOverReceipt } from '../web/controllers/hand-over-receipt';
import { ownerController } from '../web/controllers/owner';
import { readingWith } from '../web/customer-access';
import { agent, signedIn } from '../web/guards';
import { get, post, type Route } from './route';

export function ownerRoutes(command: Command, services: Services): Route[] {
  const owner = ownerController(command, services);
  return [
    post(paths.marks, agent, owner.marks),
    post(paths.claims, signedIn, owner.claim),
    post(paths.claimVerdict, agent, owner.judge),
    post(paths.claimRelease, agent, owner.release),
    get(paths.handOverReceipt, agent, readingWith(services)('hand_over_receipt_printed', handOverReceipt)),
    post(paths.ownerHandOver, agent, owner.handOver),
    post(paths.disposal, agent, owner.dispose),
  ];
}
