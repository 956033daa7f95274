import { paths } from '../paths';
import type { Authenticator } from '../people/authenticator';
import type { Services } from '../services';
import { healthController } from '../web/controllers/health';
import { signInController } from '../web/controllers/sign-in';
import { anyone } from '../web/guards';
import { get, post, type Route } from './route';

export function doorRoutes(services: Services, authenticator: Authenticator): Route[] {
  const signIn = signInController(authenticator, services);
  return [
    get(paths.health, anyone, healthController(services.connection)),
    get(paths.signIn, anyone, ...signIn.show),
    post(paths.signIn, anyone, signIn.create),
    post(paths.signOut, anyone, signIn.destroy),
  ];
}
