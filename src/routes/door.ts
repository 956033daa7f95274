import { paths } from '../paths';
import type { Authenticator } from '../people/authenticator';
import type { Services } from '../services';
import { readinessController, showHealth } from '../web/controllers/health';
import { invitationController } from '../web/controllers/invitation';
import { metricsController } from '../web/controllers/metrics';
import { signInController } from '../web/controllers/sign-in';
import { signInCode } from '../web/controllers/sign-in-code';
import { singleSignOnController } from '../web/controllers/single-sign-on';
import { styleguideController } from '../web/controllers/styleguide';
import { anyone, signedIn } from '../web/guards';
import { byMetricsToken } from '../web/metrics-token';
import { bySingleSignOn, withPasswords } from '../web/sign-in-guards';
import { get, post, type Route } from './route';

export function doorRoutes(services: Services, authenticator: Authenticator): Route[] {
  const { connection } = services;
  const code = signInCode(services);
  const signIn = signInController(authenticator, services, code.ask);
  const singleSignOn = singleSignOnController(services);
  const passwords = withPasswords(services);
  const elsewhere = bySingleSignOn(services);
  return [
    get(paths.health, anyone, showHealth),
    get(paths.ready, anyone, readinessController(connection)),
    get(paths.metrics, byMetricsToken(services), metricsController(services)),
    get(paths.signIn, anyone, ...signIn.show),
    post(paths.signIn, anyone, ...signIn.create),
    get(paths.signInCode, anyone, passwords, code.show),
    post(paths.signInCode, anyone, passwords, code.create),
    post(paths.signOut, anyone, signIn.destroy),
    get(paths.singleSignOn, elsewhere, singleSignOn.begin),
    get(paths.singleSignOnReturn, elsewhere, singleSignOn.finish),
    post(paths.backChannelLogout, elsewhere, singleSignOn.endByProvider),
    get(paths.styleguide, signedIn, styleguideController(services)),
    get(paths.invitation, anyone, passwords, invitationController.show),
    post(paths.invitation, anyone, passwords, invitationController.accept),
  ];
}
