import type { Request } from 'express';
import { appealAllowing } from '../appeals/appeal-allowing';
import { appealFor } from '../appeals/find-appeals';
import { type WaitingPhoto, waitingPhotos } from '../appeals/waiting-photos';
import type { Actor } from '../domain/actor';
import { link, paths } from '../paths';
import { param } from './controllers/params';
import { waitingIn } from './forms/photos';
import type { PhotoRow } from './presenters/photo-rows';
import { photoView } from './presenters/photo-view';
import { actorOf } from './viewer';
import { visitOf } from './visit';

/** Somebody who sends photos ahead: who that is, and where theirs are to be seen. */
export interface Sender {
  /**
   * Whose photos they are.
   * @throws NotFound where this person sees nothing (any more)
   */
  readerOf(request: Request): Promise<Actor>;
  /**
   * Whose photos they will be.
   * @throws NotFound, or LostRace where this person has no form for photos (any more)
   */
  ownerOf(request: Request): Promise<Actor>;
  fileHref(request: Request, waitingId: string, file: string): string;
  /** Whether they are asked what is to be seen. */
  readonly describes: boolean;
}

/** An employee who is signed in. */
export const employee: Sender = {
  readerOf: async (request) => actorOf(request),
  ownerOf: async (request) => actorOf(request),
  fileHref: (_, waitingId, file) => link(paths.waitingPhotoFile, { waitingId, file }),
  describes: true,
};

/** A customer on their status page, who answers or says thank you. */
export const customer: Sender = {
  readerOf: async (request) => {
    const { actor } = visitOf(request);
    await appealFor(actor, actor.appealId);
    return actor;
  },
  ownerOf: async (request) => {
    const { actor } = visitOf(request);
    await appealAllowing({ actor, appealId: actor.appealId }, 'reply');
    return actor;
  },
  fileHref: (request, waitingId, file) =>
    link(paths.statusWaitingPhotoFile, { token: param(request, 'token'), waitingId, file }),
  describes: false,
};

/** @returns the photos that wait and that a form, shown again, brought along */
export async function waitingRows(
  request: Request,
  values: Readonly<Record<string, unknown>>,
  sender = employee,
): Promise<PhotoRow[]> {
  const ids = waitingIn(values);
  if (ids.length === 0) return [];
  const waiting = await waitingPhotos(await sender.readerOf(request), ids);
  return waiting.map((photo) => waitingRow(request, photo, sender));
}

/** @returns the row of a photo that waits for its form */
export function waitingRow(request: Request, { id, photo }: WaitingPhoto, sender: Sender): PhotoRow {
  const view = photoView(photo, (file) => sender.fileHref(request, id, file));
  // What is made when somebody asks for it is not worth making for one look.
  return { ref: id, view: { ...view, avifSrcset: '', webpSrcset: '' }, alt: '', dropped: false };
}
