import path from 'node:path';
import { keyOfCase } from '../appeals/waiting-photos';
import { forgetWordsAbout } from '../audit/words';
import { customerOf, removeCustomer } from '../customers/customer';
import { removeMailFiles } from '../messages/mail-files';
import { ChatPostModel } from '../models/chat-post';
import { DismissalModel } from '../models/dismissal';
import { EventDeliveryModel } from '../models/event-delivery';
import { FoundThingModel } from '../models/found-thing';
import { KeptMailModel } from '../models/kept-mail';
import { MessageModel } from '../models/message';
import { NoticeModel } from '../models/notice';
import { NoticeWishesModel } from '../models/notice-wishes';
import { PersonSearchModel } from '../models/person-search';
import { PresenceModel } from '../models/presence';
import { WaitingPhotoModel } from '../models/waiting-photo';
import { WatchModel } from '../models/watch';
import { forgetSubmissionsAbout } from '../submissions/submissions';

/** Erases what is about a case, or was said in it, wherever it lies. */
export async function eraseBeside(appeal: string, dataDir: string): Promise<void> {
  await eraseMails(appeal, dataDir, (mail) => mail.includes(appeal));
  await PersonSearchModel.deleteOne({ appeal });
  await FoundThingModel.deleteOne({ appeal });
  await MessageModel.deleteMany({ appeal });
  await NoticeModel.deleteMany({ appeal });
  await NoticeWishesModel.updateMany({ muted: appeal }, { $pull: { muted: appeal } });
  await DismissalModel.deleteMany({ appeal });
  await ChatPostModel.deleteMany({ appeal });
  // Whoever was not told yet could ask about nothing any more.
  await EventDeliveryModel.deleteMany({ body: { $regex: appeal } });
  await PresenceModel.deleteMany({ appeal });
  await WatchModel.deleteMany({ appeal });
  await eraseTraces(appeal);
}

/** Erases what of it is the customer's. @param kept ids of messages that stay */
export async function eraseCustomerBeside(appeal: string, dataDir: string, kept: readonly string[]): Promise<void> {
  await eraseMails(appeal, dataDir, () => false);
  await MessageModel.deleteMany({ appeal, _id: { $nin: kept } });
  await eraseTraces(appeal);
}

/** Mails from and to the customer: by their address as well, as some were never matched with the case. */
async function eraseMails(appeal: string, dataDir: string, isAbout: (mail: string) => boolean): Promise<void> {
  const messages = await MessageModel.find({ appeal, kind: 'update' }, { recipient: 1 }).lean();
  const addresses = await addressesOf(appeal, messages);
  const marks = [...addresses, ...messages.map(({ _id }) => `${_id.toHexString()}@fundus`)];
  const isTheirs = (mail: string) => mail.split(/[\s<>,;"]+/).some((word) => marks.includes(word));
  await removeMailFiles(path.join(dataDir, 'outbox'), (mail) => isAbout(mail) || isTheirs(mail));
  await KeptMailModel.deleteMany({ $or: [{ appeal }, { appeal: null, from: { $in: addresses } }] });
}

async function addressesOf(appeal: string, messages: readonly { recipient: string }[]): Promise<string[]> {
  const email = (await customerOf(appeal))?.email ?? '';
  const addresses = [email, ...messages.map(({ recipient }) => recipient)].map((one) => one.trim().toLowerCase());
  return [...new Set(addresses)].filter((address) => address.includes('@'));
}

/** The customer's record comes last: by it the rest is found, should we fall over in between. */
async function eraseTraces(appeal: string): Promise<void> {
  await WaitingPhotoModel.deleteMany({ owner: keyOfCase(appeal) });
  await forgetSubmissionsAbout(appeal);
  await forgetWordsAbout(appeal);
  await removeCustomer(appeal);
}
