import { paths } from '../paths';
import type { Authenticator } from '../people/authenticator';
import type { Services } from '../services';
import { readinessController, showHealth } from '../web/controllers/health';
import { invitationController } from '../web/controllers/invitation';
import { metricsController } from '../web/controllers/metrics';
import { signInController } from '../web/controllers/sign-in';
import { styleguideController } from '../web/controllers/styleguide';
import { anyone, signedIn } from '../web/guards';
import { byMetricsToken } from '../web/metrics-token';
import { get, post, type Route } from './route';

export function doorRoutes(services: Services, authenticator: Authenticator): Route[] {
  const { connection } = services;
  const signIn = signInController(authenticator, services);
  return [
    get(paths.health, anyone, showHealth),
    get(paths.ready, anyone, readinessController(connection)),
    get(paths.metrics, byMetricsToken(services), metricsController(services)),
    get(paths.signIn, anyone, ...signIn.show),
    post(paths.signIn, anyone, signIn.create),
    post(paths.signOut, anyone, signIn.destroy),
    get(paths.styleguide, signedIn, styleguideController(services)),
    get(paths.invitation, anyone, invitationController.show),
    post(paths.invitation, anyone, invitationController.accept),
  ];
}
