import type { Photo } from '../domain/photo';
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
}

/** Happy ends, the newest appeals first. */
export async function happyEnds(cursor: string): Promise<Page<HappyEnd>> {
  const agreed = { timeline: { $elemMatch: { type: 'customer_thanked', shareable: true } } };
  const withdrawn = { timeline: { $elemMatch: { type: 'consent_withdrawn', shareable: false } } };
  const records = await AppealModel.find({
    $and: [{ status: 'closed', outcome: 'happy' }, agreed, { $nor: [withdrawn] }, since('publishedAt', cursor)],
  })
    .sort({ publishedAt: -1, _id: -1 })
    .limit(pageSize + 1)
    .lean();
  const ends = records
    .map(toAppeal)
    .flatMap(({ id, title, photos, publishedAt, timeline }) =>
      timeline.flatMap((event) =>
        event.type === 'customer_thanked' && publishedAt
          ? [{ id, title, photo: photos[0] ?? null, messageId: event.messageId, publishedAt, thankedAt: event.at }]
          : [],
      ),
    );
  return pageOf(ends, pageSize, (end) => end.publishedAt);
}
