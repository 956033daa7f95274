import type { Appeal } from '../domain/appeal';
import type { Photo } from '../domain/photo';
import { thanksConsent } from '../domain/thanks-consent';
import { AppealModel } from '../models/appeal';
import { toAppeal } from './appeal-record';
import { type Page, pageOf, since } from './cursor';

const pageSize = 12;

/** A case that ended well, with thanks the customer agreed to show. */
export interface HappyEnd {
  id: string;
  title: string;
  photo: Photo | null;
  /** Id of the message with the thanks. */
  messageId: string;
  publishedAt: Date;
  thankedAt: Date;
  /** The customer agrees to it being shown outside the company, too. */
  publicUse: boolean;
}

/** Happy ends, the newest appeals first. Whether a person was found is between those two. */
export async function happyEnds(cursor: string): Promise<Page<HappyEnd>> {
  const agreed = { timeline: { $elemMatch: { type: 'customer_thanked', shareable: true } } };
  const withdrawn = { timeline: { $elemMatch: { type: 'consent_withdrawn', shareable: false } } };
  const records = await AppealModel.find({
    $and: [
      { status: 'closed', outcome: 'happy', kind: { $ne: 'person' }, withheld: { $ne: true } },
      agreed,
      { $nor: [withdrawn] },
      since('publishedAt', cursor),
    ],
  })
    .sort({ publishedAt: -1, _id: -1 })
    .limit(pageSize + 1)
    .lean();
  const ends = records.map(toAppeal).flatMap(happyEnd);
  return pageOf(ends, pageSize, (end) => end.publishedAt);
}

function happyEnd(appeal: Appeal): HappyEnd[] {
  const { id, title, photos, publishedAt, timeline } = appeal;
  const thanked = timeline.find(({ type }) => type === 'customer_thanked');
  if (thanked?.type !== 'customer_thanked' || !publishedAt) return [];
  const { messageId, at: thankedAt } = thanked;
  const publicUse = thanksConsent(appeal)?.publicUse ?? false;
  return [{ id, title, photo: photos[0] ?? null, messageId, publishedAt, thankedAt, publicUse }];
}
