import { model, Schema } from 'mongoose';
import type { NoticeKind, NoticeMedium, Pace } from '../domain/notice';

/** How somebody wants to hear of things; who has chosen nothing has no record. */
export interface NoticeWishesRecord {
  /** Account id. */
  _id: string;
  /** What was chosen otherwise than usual. */
  wishes: Partial<Record<NoticeKind, Partial<Record<NoticeMedium, Pace>>>>;
  /** What they know about, as typed, and as it is compared. */
  tags: string[];
  foldedTags: string[];
  /** Wants to hear of what is new near them. */
  near: boolean;
  /** Appeal ids of which they want to hear nothing. */
  muted: string[];
}

const schema = new Schema<NoticeWishesRecord>(
  {
    _id: { type: String, required: true },
    wishes: { type: Schema.Types.Mixed, default: {} },
    tags: [String],
    foldedTags: [String],
    near: { type: Boolean, default: false },
    muted: [String],
  },
  { strict: 'throw', versionKey: false, minimize: false },
);

schema.index({ foldedTags: 1 });
schema.index({ near: 1 });

export const NoticeWishesModel = model('NoticeWishes', schema);
