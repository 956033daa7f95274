import { keyOfCase } from '../appeals/waiting-photos';
import type { Appeal } from '../domain/appeal';
import type { Goes } from '../domain/retention';
import { AuditWordsModel } from '../models/audit-words';
import { CustomerModel } from '../models/customer';
import { FoundThingModel } from '../models/found-thing';
import { KeptMailModel } from '../models/kept-mail';
import { MessageModel } from '../models/message';
import { NoticeModel } from '../models/notice';
import { PersonSearchModel } from '../models/person-search';
import { WaitingPhotoModel } from '../models/waiting-photo';
import { claimsToForget } from './forget-claims';
import { keptThanks } from './kept-thanks';

/** What is held of a case, and could go: how many of each. */
export const holdings = [
  'customers',
  'messages',
  'mails',
  'photos',
  'notices',
  'finds',
  'hints',
  'claims',
  'reasons',
] as const;
export type Holdings = Partial<Record<(typeof holdings)[number], number>>;

type Held = Pick<Appeal, 'id' | 'photos' | 'finds' | 'timeline'>;

/** @returns how much of a case would go; what there is none of is missing */
export async function holdingsOf(appeal: Held, goes: Goes): Promise<Holdings> {
  const counts = await counters[goes](appeal);
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

const counters: Record<Goes, (appeal: Held) => Promise<Holdings>> = {
  everything: allOf,
  customer: customersPart,
  claims: async ({ id }) => ({ claims: (await claimsToForget(id)).claims }),
};

async function allOf({ id, photos, finds }: Held): Promise<Holdings> {
  const said = await saidTo(id, []);
  const findPhotos = finds.filter(({ photo }) => photo !== null).length;
  return {
    ...said,
    photos: photos.length + findPhotos + (said.photos ?? 0),
    notices: await NoticeModel.countDocuments({ appeal: id }),
    finds: finds.length,
    hints: (await PersonSearchModel.findOne({ appeal: id }, { hints: 1 }).lean())?.hints.length ?? 0,
    claims: (await FoundThingModel.findOne({ appeal: id }, { claims: 1 }).lean())?.claims.length ?? 0,
  };
}

async function customersPart(appeal: Held): Promise<Holdings> {
  const said = await saidTo(appeal.id, keptThanks(appeal));
  const originals = appeal.photos.filter(({ original }) => original).length;
  return { ...said, photos: originals + (said.photos ?? 0) };
}

async function saidTo(appeal: string, kept: readonly string[]): Promise<Holdings> {
  const messages = await MessageModel.find({ appeal, _id: { $nin: kept } }, { photos: 1 }).lean();
  const waiting = await WaitingPhotoModel.countDocuments({ owner: keyOfCase(appeal) });
  return {
    customers: await CustomerModel.countDocuments({ appeal }),
    messages: messages.length,
    mails: await KeptMailModel.countDocuments({ appeal }),
    photos: messages.reduce((sum, { photos }) => sum + photos.length, waiting),
    reasons: await AuditWordsModel.countDocuments({ appeal }),
  };
}
