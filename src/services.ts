import path from 'node:path';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Config } from './config';
import { createStatusLinks, type StatusLinks } from './customers/status-links';
import { createMailer } from './messages/mailer';
import { deliverDue } from './messages/outbox';
import { type Rounds, startRounds } from './messages/rounds';
import type { StatusLink } from './models/customer';
import { link, paths } from './paths';
import { createPhotoStore, type PhotoStore } from './photos/photo-store';
import { type ReminderTools, remindHolders } from './shelf/remind-holders';
import { settleDue } from './shelf/settle-spare';

/** What the application runs on; made once by whoever starts it. */
export interface Services {
  readonly config: Config;
  readonly connection: Connection;
  readonly photoStore: PhotoStore;
  readonly statusLinks: StatusLinks;
  /** Address of a customer's status page, as it stands in mails. */
  readonly statusUrlOf: (link: StatusLink) => string;
  readonly outbox: Rounds;
  readonly logger: Logger;
  /** Ends what goes on in the background. */
  readonly stop: () => Promise<void>;
}

/** How often the outbox looks for mails nobody nudged it about, such as those to be tried again. */
const outboxRoundMs = 15_000;
/** How often the shelf is put in order: reservations compared with their appeals, holders reminded. */
const shelfRoundMs = 5 * 60_000;

/** Puts the services together and starts what goes on in the background; whoever ends the application stops it. */
export function startServices(given: Pick<Services, 'config' | 'connection' | 'logger'>): Services {
  const { config, logger } = given;
  const statusLinks = createStatusLinks(config.sessionSecret);
  const statusUrlOf = (statusLink: StatusLink) =>
    config.baseUrl + link(paths.status, { token: statusLinks.tokenOf(statusLink) });
  const mailer = createMailer({ ...config, outboxDir: path.join(config.dataDir, 'outbox') });
  const failed = (what: string) => (error: unknown) =>
    logger.error({ error: error instanceof Error ? error.name : 'unknown' }, `${what} failed a round`);
  const outbox = startRounds(() => deliverDue({ mailer, statusUrlOf }), outboxRoundMs, failed('the outbox'));
  const reminder = { mailer, confirmUrl: config.baseUrl + paths.myFinds, periodDays: config.spareConfirmDays };
  const shelf = startRounds(() => tidyShelf(reminder), shelfRoundMs, failed('the shelf'));
  const stop = async () => void (await Promise.all([outbox.stop(), shelf.stop()]));
  return { ...given, photoStore: createPhotoStore(config.uploadsDir), statusLinks, statusUrlOf, outbox, stop };
}

async function tidyShelf(reminder: ReminderTools): Promise<void> {
  await settleDue();
  await remindHolders(reminder);
}
