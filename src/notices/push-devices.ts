import { createHash } from 'node:crypto';
import type { AccountActor } from '../domain/actor';
import { InvalidInput } from '../errors';
import { PushSubscriptionModel, type PushSubscriptionRecord } from '../models/push-subscription';
import { isOutsideAddress } from '../webhook/post-outside';

/** More devices nobody carries. */
const mostDevices = 20;

/** A browser's subscription as it tells it. */
export type NewDevice = Pick<PushSubscriptionRecord, 'endpoint' | 'p256dh' | 'auth' | 'device'>;

/** @returns where somebody is told, the newest first */
export async function devicesOf({ id }: Pick<AccountActor, 'id'>): Promise<PushSubscriptionRecord[]> {
  return PushSubscriptionModel.find({ account: id }).sort({ since: -1 }).limit(mostDevices).lean();
}

/**
 * From now on somebody is told in this browser; whoever was before at the same browser is not any more.
 * @throws InvalidInput when the address is none that we would write to
 */
export async function addDevice(actor: AccountActor, given: NewDevice): Promise<void> {
  if (!isOutsideAddress(given.endpoint)) throw new InvalidInput('refusal.outsideAddress');
  const _id = createHash('sha256').update(given.endpoint).digest('hex');
  const record = { ...given, account: actor.id, since: new Date() };
  await PushSubscriptionModel.updateOne({ _id }, { $set: record }, { upsert: true });
}

/** Ends that; nothing happens where it was not. */
export async function removeDevice({ id }: AccountActor, deviceId: string): Promise<void> {
  await PushSubscriptionModel.deleteOne({ _id: deviceId, account: id });
}
