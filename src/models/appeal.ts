import { model, Schema, type Types } from 'mongoose';
import { type Appeal, kinds } from '../domain/appeal';
import { outcomes, publishedStatuses, statuses } from '../domain/appeal-status';
import { channels } from '../domain/channels';
import { conditions, findStates } from '../domain/find';
import { photoSchema } from './photo-schema';

/** An appeal as stored: the domain's appeal, and the tokens it is found by. */
export interface AppealRecord extends Omit<Appeal, 'id'> {
  _id: Types.ObjectId;
  /** Of what every colleague may read once it is published. */
  tokens: string[];
  /** The same as long as it is open: most are closed, and would be read in vain for those who seek the same. */
  openTokens: string[];
  /** Of the finds that could help others, with the words of the appeal: for agents alone. */
  findTokens: string[];
  /** Ids of events of which nobody has been told yet; written with the event, so that none is forgotten. */
  unnoticed?: string[];
  /** The customer was asked and does not agree, as their timeline says; kept for the queries. */
  withheld: boolean;
  /** When it, or what is shown with it, last changed; by the clock of the database. */
  changedAt: Date;
  /** Something happened that the numbers do not know yet; set with every event. */
  uncounted?: boolean;
  /** Ids of photos that go with what is erased; there until all of it is gone. */
  erasedPhotos?: string[];
  /** Tokens of the search that went, and are still to be counted anew. */
  erasedTokens?: string[];
}

/** What all colleagues may see, as a filter. */
export const seenByAll = { status: { $in: publishedStatuses }, withheld: { $ne: true } };

const attribute = new Schema({ label: String, value: String }, { _id: false });

const find = new Schema(
  {
    id: { type: String, required: true },
    finder: { type: String, required: true },
    spareId: String,
    quantity: { type: Number, required: true },
    place: String,
    condition: { type: String, enum: conditions },
    words: String,
    photo: { type: photoSchema, default: null },
    nameForCustomer: { type: Boolean, required: true },
    photoForCustomer: { type: Boolean, default: false },
    state: { type: String, enum: findStates, required: true },
    handOver: { type: Schema.Types.Mixed, default: null },
    offeredAt: { type: Date, required: true },
  },
  { _id: false, id: false },
);

const shipment = new Schema(
  {
    id: String,
    findId: { type: String, default: null },
    quantity: Number,
    carrier: String,
    trackingNumber: String,
    shippedAt: Date,
  },
  { _id: false, id: false },
);

const schema = new Schema<AppealRecord>(
  {
    kind: { type: String, enum: kinds, required: true },
    status: { type: String, enum: statuses, required: true },
    version: { type: Number, required: true },
    title: String,
    story: String,
    sought: [attribute],
    place: String,
    lostOn: String,
    hashtags: [String],
    reward: String,
    channel: { type: String, enum: channels, required: true },
    photos: [photoSchema],
    finds: [find],
    shipments: [shipment],
    // Typed by the union in the domain; written by `transition` alone.
    timeline: [{ type: Schema.Types.Mixed }],
    followers: [String],
    entryId: String,
    openedBy: { type: String, required: true },
    openedAt: { type: Date, required: true },
    publishedAt: { type: Date, default: null },
    outcome: { type: String, enum: [...outcomes, null], default: null },
    mergedInto: { type: String, default: null },
    tokens: [String],
    openTokens: [String],
    findTokens: [String],
    unnoticed: [String],
    withheld: { type: Boolean, default: false },
    changedAt: { type: Date, default: () => new Date() },
    uncounted: { type: Boolean, default: true },
    erasedAt: { type: Date, default: null },
    customerErasedAt: { type: Date, default: null },
    erasedPhotos: { type: [String], default: undefined },
    erasedTokens: { type: [String], default: undefined },
  },
  { strict: 'throw', versionKey: false },
);

// The board: newest first, by status, by kind, by word.
schema.index({ publishedAt: -1, _id: -1 });
schema.index({ status: 1, publishedAt: -1, _id: -1 });
schema.index({ kind: 1, status: 1, publishedAt: -1, _id: -1 });
schema.index({ tokens: 1, publishedAt: -1, _id: -1 });
schema.index({ openTokens: 1, publishedAt: -1, _id: -1 });
schema.index({ findTokens: 1, publishedAt: -1, _id: -1 });
// What changed last.
schema.index({ changedAt: 1 });
// My desk and my finds.
schema.index({ openedBy: 1, status: 1 });
schema.index({ 'timeline.actor.id': 1, outcome: 1 });
schema.index({ 'finds.finder': 1, publishedAt: -1 });
// What somebody is to hear of.
schema.index({ unnoticed: 1 });
// What is taken of a spare.
schema.index({ 'finds.spareId': 1 });
// What a catalogue entry is sought by.
schema.index({ entryId: 1, publishedAt: -1 });
// Whether a photo is still needed.
schema.index({ 'photos.id': 1 });
schema.index({ 'photos.original.id': 1 });
schema.index({ 'finds.photo.id': 1 });
// What is being erased; seldom there for long.
schema.index({ erasedPhotos: 1 }, { sparse: true });
// What the numbers do not know yet; seldom there for long.
schema.index({ uncounted: 1 }, { sparse: true });

export const AppealModel = model('Appeal', schema);
