import { paths } from '../paths';
import type { Services } from '../services';
import type { Command } from '../web/controllers/command';
import { findsController } from '../web/controllers/finds';
import { agent, signedIn } from '../web/guards';
import { takePhotosIn } from '../web/middleware/waiting-photos';
import { post, type Route } from './route';

export function findRoutes(command: Command, services: Services): Route[] {
  const finds = findsController(command, services);
  return [
    post(paths.finds, signedIn, ...takePhotosIn(services.photoStore), finds.offer),
    post(paths.findWithdrawal, signedIn, finds.withdraw),
    post(paths.findHandOver, signedIn, finds.handOver),
    post(paths.findAcceptance, agent, finds.accept),
    post(paths.findRefusal, agent, finds.decline),
    post(paths.findRelease, agent, finds.release),
    post(paths.findReceipt, agent, finds.receive),
    post(paths.findShelving, agent, finds.shelve),
  ];
}
