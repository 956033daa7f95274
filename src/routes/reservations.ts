import { paths } from '../paths';
import type { Command } from '../web/controllers/command';
import { reservationsController } from '../web/controllers/reservations';
import { agent, signedIn } from '../web/guards';
import { post, type Route } from './route';

export function reservationRoutes(command: Command): Route[] {
  const reservations = reservationsController(command);
  return [
    post(paths.appealEntry, agent, reservations.link),
    post(paths.reservations, agent, reservations.reserve),
    post(paths.reservationRelease, signedIn, reservations.release),
    post(paths.spareHandOver, agent, reservations.handOver),
    post(paths.spareReturn, agent, reservations.takeBack),
  ];
}
