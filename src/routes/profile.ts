import { paths } from '../paths';
import { profileController } from '../web/controllers/profile';
import { signedIn } from '../web/guards';
import { get, post, type Route } from './route';

export function profileRoutes(): Route[] {
  return [
    get(paths.profile, signedIn, profileController.show),
    post(paths.profile, signedIn, profileController.update),
    post(paths.password, signedIn, profileController.changePassword),
  ];
}
