import type { Wishes } from '../domain/notice';
import { NotFound } from '../errors';
import { NoticeWishesModel } from '../models/notice-wishes';
import type { UnsubscribeLinks, Unsubscription } from './unsubscribe-links';
import { wishesFor } from './wishes';

/**
 * @returns whose mails a link ends, and which
 * @throws NotFound for a link we did not make
 */
export function unsubscriptionBy(links: UnsubscribeLinks, token: string): Unsubscription {
  const unsubscription = links.read(token);
  if (!unsubscription) throw new NotFound();
  return unsubscription;
}

/** Ends the mails of some kinds for good; what else somebody wishes stays as it is. */
export async function unsubscribe({ accountId, kinds }: Unsubscription): Promise<void> {
  const { wishes } = await wishesFor({ id: accountId });
  const changed = Object.fromEntries(kinds.map((kind) => [kind, { ...wishes[kind], mail: 'off' }])) as Partial<Wishes>;
  const record = { wishes: { ...wishes, ...changed } };
  await NoticeWishesModel.updateOne({ _id: accountId }, { $set: record }, { upsert: true });
}
