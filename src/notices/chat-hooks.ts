import { toObjectId } from '../appeals/appeal-record';
import type { AccountActor } from '../domain/actor';
import { InvalidInput, NotFound } from '../errors';
import { ChatHookModel, type ChatHookRecord } from '../models/chat-hook';
import { isOutsideAddress } from '../webhook/post-outside';

/** More rooms nobody reads. */
const mostHooks = 50;

/** @returns the rooms new appeals are told in, the oldest first */
export async function chatHooks(): Promise<ChatHookRecord[]> {
  return ChatHookModel.find().sort({ addedAt: 1 }).limit(mostHooks).lean();
}

/** @throws NotFound when there is no such room */
export async function chatHookOf(id: string): Promise<ChatHookRecord> {
  const record = await ChatHookModel.findById(toObjectId(id)).lean();
  if (!record) throw new NotFound();
  return record;
}

/**
 * From now on new appeals are told there.
 * @throws InvalidInput when the address is none that we would write to
 */
export async function addChatHook(
  { id }: AccountActor,
  given: Pick<ChatHookRecord, 'kind' | 'url' | 'language'>,
): Promise<void> {
  if (!isOutsideAddress(given.url)) throw new InvalidInput('refusal.outsideAddress', { url: 'refusal.outsideAddress' });
  await ChatHookModel.create({ ...given, addedBy: id, addedAt: new Date() });
}

/** @param since when it was last not reached; null once it was again */
export async function markFailing(id: string, since: Date | null): Promise<null> {
  await ChatHookModel.updateOne({ _id: toObjectId(id) }, { $set: { failingSince: since } });
  return null;
}

/** @throws NotFound when there is no such room */
export async function removeChatHook(id: string): Promise<void> {
  const { _id } = await chatHookOf(id);
  await ChatHookModel.deleteOne({ _id });
}
