import { paths } from '../paths';
import type { Services } from '../services';
import { apiTokensController } from '../web/controllers/api-tokens';
import { profileController } from '../web/controllers/profile';
import { secondFactorController } from '../web/controllers/second-factor';
import { signInsController } from '../web/controllers/sign-ins';
import { signedIn } from '../web/guards';
import { get, post, type Route } from './route';

export function profileRoutes(services: Services): Route[] {
  const profile = profileController(services);
  const secondFactor = secondFactorController(services);
  const signIns = signInsController(services);
  const tokens = apiTokensController(services);
  return [
    get(paths.profile, signedIn, profile.show),
    post(paths.profile, signedIn, profile.update),
    post(paths.password, signedIn, profile.changePassword),
    get(paths.secondFactor, signedIn, secondFactor.show),
    post(paths.secondFactorConfirmation, signedIn, secondFactor.confirm),
    post(paths.secondFactor, signedIn, secondFactor.begin),
    post(paths.secondFactorEnd, signedIn, secondFactor.end),
    post(paths.signInsEnd, signedIn, signIns.endAll),
    post(paths.signInEnd, signedIn, signIns.endOne),
    get(paths.apiTokens, signedIn, tokens.show),
    post(paths.apiTokens, signedIn, tokens.make),
    post(paths.apiTokenEnd, signedIn, tokens.end),
  ];
}
