import { randomUUID } from 'node:crypto';
import type { Types } from 'mongoose';
import { type CustomerDetails, createCustomer, removeCustomer } from '../customers/customer';
import type { StatusLinks } from '../customers/status-links';
import type { AccountActor } from '../domain/actor';
import type { Appeal, AppealWords, Kind } from '../domain/appeal';
import type { Channel } from '../domain/channels';
import type { Photo } from '../domain/photo';
import { appealTokens } from '../domain/words/appeal-tokens';
import { AppealModel } from '../models/appeal';
import { isFirst } from '../models/duplicate';
import type { PhotoStore } from '../photos/photo-store';
import { recordIdFor } from '../submissions/ids';
import { toAppeal } from './appeal-record';
import { type SentPhoto, withPhotos } from './with-photos';

/** What an agent fills in for a new appeal. */
export interface NewAppeal {
  kind: Kind;
  channel: Channel;
  words: AppealWords;
  customer: CustomerDetails;
  /** The catalogue entry of what is sought, if somebody has said. */
  entryId?: string | null;
}

/**
 * Opens an appeal as a draft, with its customer in a record of their own.
 * The customer is written first: a case without its customer would be a case nobody can answer.
 * @param submission fingerprint of the form: the appeal it has opened is not opened again
 * @throws InvalidInput when a photo is refused
 */
export async function openAppeal(
  actor: AccountActor,
  given: NewAppeal,
  sent: readonly SentPhoto[],
  { photoStore, statusLinks }: { photoStore: PhotoStore; statusLinks: StatusLinks },
  submission?: string,
): Promise<Appeal> {
  const id = recordIdFor(submission, 'appeal');
  const opened = submission ? await AppealModel.findById(id).lean() : null;
  if (opened) return toAppeal(opened);
  return withPhotos(photoStore, sent, async (photos) => {
    await isFirst(() => createCustomer(id.toHexString(), given.customer, statusLinks.issue()));
    try {
      const record = await AppealModel.create(draft(id, actor, given, photos));
      return toAppeal(record.toObject());
    } catch (error) {
      // A store that went may have written it all the same.
      if (!(await AppealModel.exists({ _id: id }))) await removeCustomer(id.toHexString());
      throw error;
    }
  });
}

function draft(id: Types.ObjectId, actor: AccountActor, given: NewAppeal, photos: Photo[]) {
  const [at, opened] = [new Date(), randomUUID()];
  return {
    _id: id,
    kind: given.kind,
    status: 'draft' as const,
    version: 1,
    channel: given.channel,
    ...given.words,
    tokens: appealTokens({ kind: given.kind, ...given.words }),
    photos,
    entryId: given.entryId ?? null,
    timeline: [{ id: opened, at, actor: { kind: 'account' as const, id: actor.id }, type: 'appeal_opened' as const }],
    unnoticed: [opened],
    openedBy: actor.id,
    openedAt: at,
  };
}
