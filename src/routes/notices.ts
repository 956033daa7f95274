import { paths } from '../paths';
import type { Services } from '../services';
import type { Command } from '../web/controllers/command';
import { feedController } from '../web/controllers/feed';
import { noticeWishesController, unsubscribeController } from '../web/controllers/notice-wishes';
import { muteController, noticesController } from '../web/controllers/notices';
import { pushController } from '../web/controllers/push';
import { anyone, signedIn } from '../web/guards';
import { get, post, type Route } from './route';

export function noticeRoutes(command: Command, services: Services): Route[] {
  const muting = muteController(command);
  const wishes = noticeWishesController(services);
  const feed = feedController(services);
  const leaving = unsubscribeController(services);
  return [
    get(paths.notices, signedIn, noticesController.show),
    post(paths.allNoticesRead, signedIn, noticesController.readAll),
    post(paths.noticesRead, signedIn, noticesController.read),
    get(paths.noticeWishes, signedIn, wishes.show),
    post(paths.noticeWishes, signedIn, wishes.save),
    post(paths.pushDevices, signedIn, pushController.add),
    post(paths.pushDeviceEnd, signedIn, pushController.remove),
    post(paths.feedRenewal, signedIn, feed.renew),
    post(paths.feedRevocation, signedIn, feed.revoke),
    get(paths.feed, anyone, feed.show),
    get(paths.sharedPhoto, anyone, feed.photo),
    get(paths.unsubscribe, anyone, leaving.ask),
    post(paths.unsubscribe, anyone, leaving.unsubscribe),
    post(paths.mute, signedIn, muting.mute),
    post(paths.muteEnd, signedIn, muting.unmute),
  ];
}
