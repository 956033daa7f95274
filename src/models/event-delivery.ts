import { model, Schema } from 'mongoose';

/** `waiting`: to be sent, for the first time or again; `failed`: given up. */
export const deliveryStates = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** That somebody outside is to be told of an event. */
export interface EventDeliveryRecord {
  /** Event id and hook id, so that nothing is told twice. */
  _id: string;
  /** Hook id. */
  hook: string;
  /** The same for whoever hears of the event, and at every attempt. */
  event: string;
  name: string;
  /** What is sent, the same at every attempt. */
  body: string;
  state: DeliveryState;
  /** Missing unless it waits. */
  dueAt?: Date;
  attempts: number;
  /** What came of the last attempt: a status, or why there was none. Nothing of what was answered. */
  lastAnswer: string;
  triedAt: Date | null;
  madeAt: Date;
}

const schema = new Schema<EventDeliveryRecord>(
  {
    _id: { type: String, required: true },
    hook: { type: String, required: true },
    event: { type: String, required: true },
    name: { type: String, required: true },
    body: { type: String, required: true },
    state: { type: String, enum: deliveryStates, required: true },
    dueAt: Date,
    attempts: { type: Number, required: true },
    lastAnswer: { type: String, default: '' },
    triedAt: { type: Date, default: null },
    madeAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);

schema.index({ dueAt: 1 }, { sparse: true });
schema.index({ hook: 1, madeAt: -1, _id: -1 });
schema.index({ madeAt: 1 }, { expireAfterSeconds: 30 * 24 * 60 * 60 });

export const EventDeliveryModel = model('EventDelivery', schema);
