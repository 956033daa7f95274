import { generateVAPIDKeys } from 'web-push';
import { isDuplicate } from '../models/duplicate';
import { PushKeysModel, type PushKeysRecord } from '../models/push-keys';

/** By which the makers of browsers know us. */
export type PushKeys = Pick<PushKeysRecord, 'publicKey' | 'privateKey'>;

/** @returns the keys; the first process that ever starts makes them, and all others take those */
export async function pushKeys(): Promise<PushKeys> {
  const ours = { _id: 'vapid' } as const;
  const kept = await PushKeysModel.findOne(ours).lean();
  if (kept) return kept;
  try {
    return await PushKeysModel.create({ ...ours, ...generateVAPIDKeys() });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return PushKeysModel.findOne(ours).orFail().lean();
  }
}
