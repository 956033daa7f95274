import type { AccountActor } from '../domain/actor';
import { noticeKinds, noticeMedia, usualWishes, type Wishes } from '../domain/notice';
import { foldedTag } from '../domain/words/appeal-tokens';
import { NoticeWishesModel, type NoticeWishesRecord } from '../models/notice-wishes';

/** How somebody wants to hear of things, and what they know about. */
export interface NoticeWishes {
  wishes: Wishes;
  /** As typed, without the `#`. */
  tags: readonly string[];
  /** Appeal ids. */
  muted: readonly string[];
}

/** @returns everybody's wishes by account id; whoever has chosen nothing has the usual ones */
export async function wishesOf(ids: readonly string[]): Promise<(id: string) => NoticeWishes> {
  const records = ids.length > 0 ? await NoticeWishesModel.find({ _id: { $in: ids } }).lean() : [];
  const known = new Map(records.map((record) => [record._id, record]));
  return (id) => completed(known.get(id));
}

/** @returns one person's wishes */
export async function wishesFor({ id }: Pick<AccountActor, 'id'>): Promise<NoticeWishes> {
  return (await wishesOf([id]))(id);
}

function completed(record: NoticeWishesRecord | undefined): NoticeWishes {
  const { wishes = {}, tags = [], muted = [] } = record ?? {};
  const entries = noticeKinds.map((kind) => [kind, { ...usualWishes[kind], ...wishes[kind] }]);
  return { wishes: Object.fromEntries(entries) as Wishes, tags, muted };
}

/** Keeps what somebody has chosen. */
export async function saveWishes({ id }: AccountActor, wishes: Wishes, tags: readonly string[]): Promise<void> {
  const near = noticeMedia.some((medium) => wishes.near[medium] !== 'off');
  const foldedTags = tags.map(foldedTag).filter((tag) => tag !== '');
  await NoticeWishesModel.updateOne({ _id: id }, { $set: { wishes, tags, foldedTags, near } }, { upsert: true });
}
