import { MessageModel } from '../models/message';

/** What somebody who watches over the outbox looks at: what waits, and what was given up. */
const watched = ['queued', 'failed'] as const;

/** @returns how many messages are in each watched state, by index */
export async function countMessages(): Promise<Record<(typeof watched)[number], number>> {
  const [queued, failed] = await Promise.all(watched.map((state) => MessageModel.countDocuments({ state })));
  return { queued: queued ?? 0, failed: failed ?? 0 };
}
