import type { RequestHandler } from 'express';
import { apiPaths, paths } from '../paths';
import type { Services } from '../services';
import type { FileRoute } from '../web/api/api';
import type { Operation } from '../web/api/operation';
import { appealOperations, appealReading } from '../web/api/operations/appeals';
import { findOperations, findReading } from '../web/api/operations/finds';
import { shipmentOperations } from '../web/api/operations/shipments';
import { spareOperations } from '../web/api/operations/spares';
import { updateOperations } from '../web/api/operations/updates';
import { developersController } from '../web/controllers/developers';
import { photosController } from '../web/controllers/photos';
import { signedIn } from '../web/guards';
import { get, type Route } from './route';

/** What programs may do: the same verbs as on the pages. */
export function apiOperations(services: Services): Operation[] {
  const [readAppeal, readFind] = [appealReading(services), findReading(services)];
  return [
    ...appealOperations(services, readAppeal),
    ...findOperations(services, readFind),
    ...shipmentOperations(services, readAppeal),
    ...updateOperations(services),
    ...spareOperations(services, readFind),
  ];
}

/** The photos named in what they read. */
export function apiFiles({ renditions }: Services): FileRoute[] {
  const photos = photosController(renditions);
  return [
    { path: apiPaths.photo, scope: 'appeals:read', send: photos.ofAppeal },
    { path: apiPaths.sparePhoto, scope: 'spares:read', send: photos.ofSpare },
  ];
}

/** The description of it all, for programs. */
export function apiDescription(services: Services): { path: string; send: RequestHandler } {
  return { path: apiPaths.description, send: developersOf(services).description };
}

/** The page about it, for people. */
export function developerRoutes(services: Services): Route[] {
  return [get(paths.developers, signedIn, developersOf(services).page)];
}

function developersOf(services: Services) {
  return developersController(services, apiOperations(services), apiFiles(services));
}
