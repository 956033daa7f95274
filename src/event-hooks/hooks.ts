import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { toObjectId } from '../appeals/appeal-record';
import type { AccountActor } from '../domain/actor';
import type { EventName } from '../domain/event-names';
import { InvalidInput, NotFound } from '../errors';
import { EventHookModel, type EventHookRecord } from '../models/event-hook';
import { isOutsideAddress } from '../webhook/post-outside';

/** More than anybody looks after. */
const mostHooks = 50;

/** Somebody outside who is told what happens. */
export type EventHook = Omit<EventHookRecord, '_id'> & { id: string };

/** @returns all who are told, the oldest first */
export async function eventHooks(): Promise<EventHook[]> {
  return (await EventHookModel.find().sort({ addedAt: 1 }).limit(mostHooks).lean()).map(toEventHook);
}

/** @throws NotFound */
export async function eventHookOf(id: string): Promise<EventHook> {
  const record = await EventHookModel.findById(toObjectId(id)).lean();
  if (!record) throw new NotFound();
  return toEventHook(record);
}

/** @returns a hook of a stored one */
export function toEventHook({ _id, ...rest }: EventHookRecord): EventHook {
  return { ...rest, id: _id.toHexString() };
}

/**
 * From now on they are told.
 * @param events none means all
 * @throws InvalidInput when the address is none that we would write to
 */
export async function addEventHook(
  { id }: AccountActor,
  { url, events }: { url: string; events: readonly EventName[] },
): Promise<string> {
  if (!isOutsideAddress(url)) throw new InvalidInput('refusal.outsideAddress', { url: 'refusal.outsideAddress' });
  const nonce = randomBytes(32).toString('base64url');
  const record = await EventHookModel.create({ url, events: [...events], nonce, addedBy: id, addedAt: new Date() });
  return record._id.toHexString();
}

/** @throws NotFound */
export async function removeEventHook(id: string): Promise<void> {
  await eventHookOf(id);
  await EventHookModel.deleteOne({ _id: toObjectId(id) });
}

/** They are told again. @throws NotFound */
export async function switchOnEventHook(id: string): Promise<void> {
  await eventHookOf(id);
  await EventHookModel.updateOne({ _id: toObjectId(id) }, { $set: { switchedOffAt: null, failingSince: null } });
}

/** @returns the secret by which somebody checks that it was us, as Standard Webhooks writes it */
export type HookSecretOf = (hook: Pick<EventHook, 'nonce'>) => string;

/** @param secret the server's; a copy of the database alone signs nothing */
export function createHookSecrets(secret: string): HookSecretOf {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'fundus event hook', 32));
  return ({ nonce }) => `whsec_${createHmac('sha256', key).update(nonce).digest('base64')}`;
}
