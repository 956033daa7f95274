import path from 'node:path';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Config } from './config';
import { createStatusLinks, type StatusLinks } from './customers/status-links';
import { createMailer } from './messages/mailer';
import { type OutboxWorker, startOutboxWorker } from './messages/outbox-worker';
import type { StatusLink } from './models/customer';
import { link, paths } from './paths';
import { createPhotoStore, type PhotoStore } from './photos/photo-store';

/** What the application runs on; made once by whoever starts it. */
export interface Services {
  readonly config: Config;
  readonly connection: Connection;
  readonly photoStore: PhotoStore;
  readonly statusLinks: StatusLinks;
  /** Address of a customer's status page, as it stands in mails. */
  readonly statusUrlOf: (link: StatusLink) => string;
  readonly outbox: OutboxWorker;
  readonly logger: Logger;
}

/** How often the outbox looks for mails nobody nudged it about, such as those to be tried again. */
const outboxRoundMs = 15_000;

/** Puts the services together and starts the outbox; whoever ends the application stops it. */
export function startServices(given: Pick<Services, 'config' | 'connection' | 'logger'>): Services {
  const { config, logger } = given;
  const statusLinks = createStatusLinks(config.sessionSecret);
  const statusUrlOf = (statusLink: StatusLink) =>
    config.baseUrl + link(paths.status, { token: statusLinks.tokenOf(statusLink) });
  const mailer = createMailer({ ...config, outboxDir: path.join(config.dataDir, 'outbox') });
  const outbox = startOutboxWorker({ mailer, statusUrlOf }, outboxRoundMs, (error) =>
    logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'the outbox failed a round'),
  );
  return { ...given, photoStore: createPhotoStore(config.uploadsDir), statusLinks, statusUrlOf, outbox };
}
