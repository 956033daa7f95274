import { paths } from '../paths';
import type { Authenticator } from '../people/authenticator';
import type { Services } from '../services';
import { healthController } from '../web/controllers/health';
import { signInController } from '../web/controllers/sign-in';
import { anyone } from '../web/guards';
import { get, post, type Route } from './route';

export function doorRoutes({ connection }: Services, authenticator: Authenticator): Route[] {
  const signIn = signInController(authenticator);
  return [
    get(paths.health, anyone, healthController(connection)),
    get(paths.signIn, anyone, ...signIn.show),
    post(paths.signIn, anyone, signIn.create),
    post(paths.signOut, anyone, signIn.destroy),
  ];
}
