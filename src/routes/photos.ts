import { paths } from '../paths';
import type { Services } from '../services';
import { photoController } from '../web/controllers/photo';
import { photosController } from '../web/controllers/photos';
import { waitingPhotosController } from '../web/controllers/waiting-photos';
import { readingWith } from '../web/customer-access';
import { agent, signedIn } from '../web/guards';
import { upload } from '../web/middleware/upload';
import { byStatusLink } from '../web/visit';
import { customer, employee } from '../web/waiting-rows';
import { get, post, type Route } from './route';

export function photoRoutes(services: Services): Route[] {
  const { photoStore, renditions } = services;
  const photos = photosController(renditions);
  const photo = photoController(photoStore);
  const reading = readingWith(services);
  const waiting = waitingPhotosController(services, employee);
  const ofCustomer = waitingPhotosController(services, customer);
  return [
    get(paths.editPhoto, agent, reading('photo_read', photo.show)),
    post(paths.photoBlur, agent, reading('photo_read', photo.blur)),
    post(paths.photoDescription, agent, reading('photo_read', photo.describe)),
    post(paths.photoOriginal, agent, reading('photo_read', photo.unblur)),
    post(paths.photoRemoval, agent, reading('photo_read', photo.remove)),
    get(paths.photo, signedIn, photos.ofAppeal),
    get(paths.sparePhoto, signedIn, photos.ofSpare),
    get(paths.entryPhoto, signedIn, photos.ofEntry),
    get(paths.statusPhoto, byStatusLink, photos.ofStatus),
    post(paths.waitingPhotos, signedIn, upload(), waiting.create),
    get(paths.waitingPhotoFile, signedIn, waiting.file),
    post(paths.statusWaitingPhotos, byStatusLink, upload(), ofCustomer.create),
    get(paths.statusWaitingPhotoFile, byStatusLink, ofCustomer.file),
  ];
}
