import { paths } from '../paths';
import type { Services } from '../services';
import { photoController } from '../web/controllers/photo';
import { photosController } from '../web/controllers/photos';
import { agent, signedIn } from '../web/guards';
import { byStatusLink } from '../web/visit';
import { get, post, type Route } from './route';

export function photoRoutes({ photoStore, renditions }: Services): Route[] {
  const photos = photosController(renditions);
  const photo = photoController(photoStore);
  return [
    get(paths.editPhoto, agent, photo.show),
    post(paths.photoBlur, agent, photo.blur),
    post(paths.photoOriginal, agent, photo.unblur),
    post(paths.photoRemoval, agent, photo.remove),
    get(paths.photo, signedIn, photos.ofAppeal),
    get(paths.sparePhoto, signedIn, photos.ofSpare),
    get(paths.entryPhoto, signedIn, photos.ofEntry),
    get(paths.statusPhoto, byStatusLink, photos.ofStatus),
  ];
}
