import { paths } from '../paths';
import type { Command } from '../web/controllers/command';
import { muteController, noticesController } from '../web/controllers/notices';
import { signedIn } from '../web/guards';
import { get, post, type Route } from './route';

export function noticeRoutes(command: Command): Route[] {
  const muting = muteController(command);
  return [
    get(paths.notices, signedIn, noticesController.show),
    post(paths.allNoticesRead, signedIn, noticesController.readAll),
    post(paths.noticesRead, signedIn, noticesController.read),
    post(paths.mute, signedIn, muting.mute),
    post(paths.muteEnd, signedIn, muting.unmute),
  ];
}
