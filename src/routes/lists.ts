import { paths } from '../paths';
import type { Services } from '../services';
import { showBoard } from '../web/controllers/board';
import { changesController } from '../web/controllers/changes';
import { deskController } from '../web/controllers/desk';
import { showHappyEnds } from '../web/controllers/happy-ends';
import { showMyFinds } from '../web/controllers/my-finds';
import { searchByPicture } from '../web/controllers/picture-search';
import { watchesController } from '../web/controllers/watches';
import { agent, signedIn } from '../web/guards';
import { upload } from '../web/middleware/upload';
import { get, post, type Route } from './route';

export function listRoutes(services: Services): Route[] {
  return [
    get(paths.board, signedIn, showBoard),
    get(paths.changes, signedIn, changesController(services)),
    get(paths.happyEnds, signedIn, showHappyEnds),
    get(paths.myFinds, signedIn, showMyFinds(services)),
    get(paths.desk, agent, deskController(services)),
    post(paths.pictureSearch, signedIn, upload(), searchByPicture),
    get(paths.watches, agent, watchesController.show),
    post(paths.watches, agent, watchesController.create),
    post(paths.watchSeen, agent, watchesController.seen),
    post(paths.watchEnd, agent, watchesController.end),
  ];
}
