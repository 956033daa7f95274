import { model, Schema } from 'mongoose';
import { type NoticeKind, noticeKinds } from '../domain/notice';

/** When a notice goes out by mail or push, and who has it in hand. */
export interface Errand {
  /** Missing once it is done, or where it was never wanted. */
  dueAt?: Date;
  /** Names the round that has taken it; another round that comes later takes another name. */
  round?: string;
  attempts: number;
}

/** That somebody is to hear of an event. What is said of it is rendered from the timeline, and stands nowhere. */
export interface NoticeRecord {
  /** Event id and recipient, so that nobody hears of anything twice. */
  _id: string;
  /** Account id. */
  recipient: string;
  /** Appeal id. */
  appeal: string;
  event: string;
  kind: NoticeKind;
  /** When it happened, and when the notice was written. */
  at: Date;
  madeAt: Date;
  /** Stands in the list behind the bell. */
  onPage: boolean;
  readAt: Date | null;
  mail: Errand;
  push: Errand;
}

const errand = new Schema<Errand>(
  { dueAt: Date, round: String, attempts: { type: Number, default: 0 } },
  { _id: false },
);

const schema = new Schema<NoticeRecord>(
  {
    _id: { type: String, required: true },
    recipient: { type: String, required: true },
    appeal: { type: String, required: true },
    event: { type: String, required: true },
    kind: { type: String, enum: noticeKinds, required: true },
    at: { type: Date, required: true },
    madeAt: { type: Date, required: true },
    onPage: { type: Boolean, required: true },
    readAt: { type: Date, default: null },
    mail: { type: errand, required: true },
    push: { type: errand, required: true },
  },
  { strict: 'throw', versionKey: false },
);

const keptDays = 90;

// The list, the bell, and what is read with an appeal.
schema.index({ recipient: 1, onPage: 1, at: -1 });
schema.index({ recipient: 1, readAt: 1, appeal: 1 });
schema.index({ appeal: 1 });
// What waits to go out.
schema.index({ 'mail.dueAt': 1 }, { sparse: true });
schema.index({ 'push.dueAt': 1 }, { sparse: true });
schema.index({ 'mail.round': 1 }, { sparse: true });
schema.index({ 'push.round': 1 }, { sparse: true });
schema.index({ madeAt: 1 }, { expireAfterSeconds: keptDays * 24 * 60 * 60 });

export const NoticeModel = model('Notice', schema);
