import { type RequestHandler, Router } from 'express';
import { paths } from './paths';
import type { Authenticator } from './people/authenticator';
import type { Services } from './services';
import { appealPage } from './web/controllers/appeal-page';
import { appealsController } from './web/controllers/appeals';
import { showBoard } from './web/controllers/board';
import { caseController } from './web/controllers/case';
import { catalogueController } from './web/controllers/catalogue';
import { type Command, commandsOn } from './web/controllers/command';
import { deskController } from './web/controllers/desk';
import { findsController } from './web/controllers/finds';
import { showHappyEnds } from './web/controllers/happy-ends';
import { healthController } from './web/controllers/health';
import { houseTextsController } from './web/controllers/house-texts';
import { inboxController } from './web/controllers/inbox';
import { matchesController, matchesWhileTyping } from './web/controllers/matches';
import { showMyFinds } from './web/controllers/my-finds';
import { photoController } from './web/controllers/photo';
import { photosController } from './web/controllers/photos';
import { searchByPicture } from './web/controllers/picture-search';
import { profileController } from './web/controllers/profile';
import { reservationsController } from './web/controllers/reservations';
import { shelfController } from './web/controllers/shelf';
import { signInController } from './web/controllers/sign-in';
import { spareController } from './web/controllers/spare';
import { statusController } from './web/controllers/status';
import { showStory } from './web/controllers/story';
import { synonymsController } from './web/controllers/synonyms';
import { updatesController } from './web/controllers/updates';
import { watchesController } from './web/controllers/watches';
import { admin, agent, anyone, type Guard, signedIn } from './web/guards';
import { upload } from './web/middleware/upload';
import { byStatusLink } from './web/visit';

/** One URL: who may enter, and what happens there. A route without a guard does not compile. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: (typeof paths)[keyof typeof paths];
  readonly guard: Guard;
  readonly handlers: readonly RequestHandler[];
}

/** The whole surface, room by room. */
export function routesFor(services: Services, authenticator: Authenticator): Route[] {
  const page = appealPage(services);
  const command = commandsOn(page);
  return [
    ...doorRoutes(services, authenticator),
    ...profileRoutes(),
    ...listRoutes(services),
    ...shelfRoutes(services),
    ...catalogueRoutes(services),
    ...adminRoutes(),
    ...photoRoutes(services),
    ...appealRoutes(services, page),
    ...caseRoutes(command),
    ...findRoutes(command, services),
    ...reservationRoutes(command),
    ...updateRoutes(command, services),
    ...inboxRoutes(services),
    ...statusRoutes(services),
  ];
}

function doorRoutes({ connection }: Services, authenticator: Authenticator): Route[] {
  const signIn = signInController(authenticator);
  return [
    get(paths.health, anyone, healthController(connection)),
    get(paths.signIn, anyone, ...signIn.show),
    post(paths.signIn, anyone, signIn.create),
    post(paths.signOut, anyone, signIn.destroy),
  ];
}

function profileRoutes(): Route[] {
  return [
    get(paths.profile, signedIn, profileController.show),
    post(paths.profile, signedIn, profileController.update),
  ];
}

function adminRoutes(): Route[] {
  return [
    get(paths.houseTexts, admin, houseTextsController.list),
    get(paths.houseText, admin, houseTextsController.edit),
    post(paths.houseText, admin, houseTextsController.save),
    get(paths.synonyms, admin, synonymsController.show),
    post(paths.synonyms, admin, synonymsController.save),
  ];
}

function listRoutes(services: Services): Route[] {
  return [
    get(paths.board, signedIn, showBoard),
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

function shelfRoutes(services: Services): Route[] {
  const shelf = shelfController(services);
  const spare = spareController(services);
  return [
    get(paths.shelf, signedIn, shelf.show),
    post(paths.shelf, signedIn, upload(), shelf.offer),
    get(paths.newSpare, signedIn, shelf.new),
    get(paths.spare, signedIn, spare.show),
    get(paths.editSpare, signedIn, shelf.edit),
    post(paths.editSpare, signedIn, upload(), shelf.update),
    post(paths.spareConfirmation, signedIn, spare.confirm),
    post(paths.spareGifts, signedIn, spare.giveAway),
    post(paths.spareWithdrawal, signedIn, spare.withdraw),
    post(paths.spareReservations, agent, spare.reserve),
    post(paths.spareEntry, agent, spare.link),
  ];
}

function catalogueRoutes(services: Services): Route[] {
  const catalogue = catalogueController(services);
  return [
    get(paths.catalogue, signedIn, catalogue.list),
    post(paths.catalogue, agent, upload(), catalogue.create),
    get(paths.newEntry, agent, catalogue.new),
    get(paths.entry, signedIn, catalogue.show),
    get(paths.editEntry, agent, catalogue.edit),
    post(paths.editEntry, agent, upload(), catalogue.update),
  ];
}

function photoRoutes({ photoStore }: Services): Route[] {
  const photos = photosController(photoStore);
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

function appealRoutes(services: Services, page: ReturnType<typeof appealPage>): Route[] {
  const appeals = appealsController(services);
  return [
    get(paths.newAppeal, agent, appeals.new),
    post(paths.appeals, agent, upload(), appeals.create),
    post(paths.typedMatches, agent, upload(), matchesWhileTyping(appeals.showNew)),
    get(paths.appeal, signedIn, page.show),
    get(paths.matches, agent, matchesController.show),
    post(paths.dismissals, agent, matchesController.dismiss),
    post(paths.merger, agent, matchesController.merge),
    post(paths.mergerEnd, agent, matchesController.unmerge),
    get(paths.editAppeal, agent, appeals.edit),
    post(paths.editAppeal, agent, upload(), appeals.update),
  ];
}

function caseRoutes(command: Command): Route[] {
  const course = caseController(command);
  return [
    post(paths.follow, signedIn, course.follow),
    post(paths.unfollow, signedIn, course.unfollow),
    post(paths.looks, signedIn, course.look),
    post(paths.leads, signedIn, course.lead),
    post(paths.publication, agent, course.publish),
    post(paths.owner, agent, course.nameOwner),
    post(paths.shipments, agent, course.ship),
    post(paths.photoAdoption, agent, course.adoptPhoto),
    post(paths.delivery, agent, course.deliver),
    post(paths.closure, agent, course.close),
    post(paths.reopening, agent, course.reopen),
  ];
}

function findRoutes(command: Command, services: Services): Route[] {
  const finds = findsController(command, services);
  return [
    post(paths.finds, signedIn, upload(), finds.offer),
    post(paths.findWithdrawal, signedIn, finds.withdraw),
    post(paths.findHandOver, signedIn, finds.handOver),
    post(paths.findAcceptance, agent, finds.accept),
    post(paths.findRefusal, agent, finds.decline),
    post(paths.findRelease, agent, finds.release),
    post(paths.findReceipt, agent, finds.receive),
    post(paths.findShelving, agent, finds.shelve),
  ];
}

function reservationRoutes(command: Command): Route[] {
  const reservations = reservationsController(command);
  return [
    post(paths.appealEntry, agent, reservations.link),
    post(paths.reservations, agent, reservations.reserve),
    post(paths.reservationRelease, signedIn, reservations.release),
    post(paths.spareHandOver, agent, reservations.handOver),
    post(paths.spareReturn, agent, reservations.takeBack),
  ];
}

function updateRoutes(command: Command, services: Services): Route[] {
  const updates = updatesController(command, services);
  return [
    get(paths.story, agent, showStory),
    get(paths.newUpdate, agent, updates.compose),
    post(paths.updates, agent, updates.send),
    post(paths.updateWithdrawal, agent, updates.takeBack),
    post(paths.updateRetry, agent, updates.tryAgain),
    post(paths.updatePosting, agent, updates.markPosted),
    post(paths.statusLink, agent, updates.renewLink),
    post(paths.statusLinkRevocation, agent, updates.revokeLink),
  ];
}

function inboxRoutes(services: Services): Route[] {
  const inbox = inboxController(services);
  return [
    get(paths.inbox, agent, inbox.show),
    get(paths.keptMailOriginal, agent, inbox.original),
    post(paths.keptMailAssignment, agent, inbox.assign),
    post(paths.keptMailDiscard, agent, inbox.discard),
  ];
}

function statusRoutes(services: Services): Route[] {
  const status = statusController(services);
  return [
    get(paths.status, byStatusLink, status.show),
    post(paths.statusDelivery, byStatusLink, status.confirm),
    post(paths.statusReplies, byStatusLink, status.reply),
    post(paths.statusThanks, byStatusLink, upload(), status.thank),
    post(paths.statusConsent, byStatusLink, status.withdrawConsent),
    post(paths.statusAddress, byStatusLink, status.correctAddress),
    post(paths.statusAddressConfirmation, byStatusLink, status.confirmAddress),
    post(paths.statusWithdrawal, byStatusLink, status.withdraw),
    post(paths.statusData, byStatusLink, status.data),
    post(paths.statusDeletion, byStatusLink, status.askDeletion),
  ];
}

/** @returns a router in which every route's guard stands before its handlers */
export function routerFor(routes: readonly Route[]): Router {
  const router = Router();
  for (const { method, path, guard, handlers } of routes) router[method](path, guard.check, ...handlers);
  return router;
}

function get(path: Route['path'], guard: Guard, ...handlers: RequestHandler[]): Route {
  return { method: 'get', path, guard, handlers };
}

function post(path: Route['path'], guard: Guard, ...handlers: RequestHandler[]): Route {
  return { method: 'post', path, guard, handlers };
}
