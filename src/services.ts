import path from 'node:path';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Config } from './config';
import { createStatusLinks, type StatusLinks } from './customers/status-links';
import { defineInbox } from './inbox/inbox-jobs';
import { createMailbox } from './inbox/mailbox';
import { createJobs } from './jobs/jobs';
import { createMailer } from './messages/mailer';
import { defineOutbox, type Outbox } from './messages/outbox-jobs';
import { createReplyAddresses } from './messages/reply-addresses';
import type { StatusLink } from './models/customer';
import { createFeedTokens, type FeedTokens } from './notices/feed-tokens';
import { defineNotices } from './notices/notice-jobs';
import { createPhotoTickets, type PhotoTickets } from './notices/photo-tickets';
import type { ChatTools } from './notices/post-to-chats';
import { type PushKeys, pushKeys } from './notices/push-keys';
import { createUnsubscribeLinks, type UnsubscribeLinks } from './notices/unsubscribe-links';
import { link, paths } from './paths';
import { createPhotoStore, type PhotoStore } from './photos/photo-store';
import { defineShelf } from './shelf/shelf-jobs';
import { createPost } from './webhook/post-outside';
import { createWebhook } from './webhook/webhook';

/** What the application runs on; made once by whoever starts it. */
export interface Services {
  readonly config: Config;
  readonly connection: Connection;
  readonly photoStore: PhotoStore;
  readonly statusLinks: StatusLinks;
  /** Address of a customer's status page, as it stands in mails. */
  readonly statusUrlOf: (link: StatusLink) => string;
  readonly outbox: Outbox;
  readonly unsubscribeLinks: UnsubscribeLinks;
  /** By which the makers of browsers know us. */
  readonly pushKeys: Promise<PushKeys>;
  readonly feedTokens: FeedTokens;
  readonly photoTickets: PhotoTickets;
  /** Tells chats of new appeals. */
  readonly chatTools: ChatTools;
  /** Reads the mailbox now, which otherwise happens every minute; null where there is none. */
  readonly readMailbox: (() => Promise<void>) | null;
  readonly logger: Logger;
  /** Ends what goes on in the background. */
  readonly stop: () => Promise<void>;
}

/** Puts the services together and starts what goes on in the background; whoever ends the application stops it. */
export function startServices(given: Pick<Services, 'config' | 'connection' | 'logger'>): Services {
  const { config, logger } = given;
  const statusLinks = createStatusLinks(config.sessionSecret);
  const statusUrlOf = (statusLink: StatusLink) =>
    config.baseUrl + link(paths.status, { token: statusLinks.tokenOf(statusLink) });
  const mailer = createMailer({ ...config, outboxDir: path.join(config.dataDir, 'outbox') });
  const onError = (error: unknown) => logger.error({ error: nameOf(error) }, 'a job failed');
  const jobs = createJobs(given.connection, onError);
  const photoStore = createPhotoStore(config.uploadsDir);
  const webhook = config.webhook ? createWebhook(config.webhook) : null;
  const replyAddresses = config.imapUrl ? createReplyAddresses(config.sessionSecret, config.mailFrom) : null;
  const outbox = defineOutbox(jobs, { mailer, statusUrlOf, replyAddresses, webhook }, onError);
  const readMailbox =
    config.imapUrl && replyAddresses
      ? defineInbox(jobs, createMailbox(config.imapUrl, onError), { replyAddresses, photoStore })
      : null;
  const confirmUrl = config.baseUrl + paths.myFinds;
  defineShelf(jobs, { mailer, confirmUrl, periodDays: config.spareConfirmDays });
  const unsubscribeLinks = createUnsubscribeLinks(config.sessionSecret);
  const keys = pushKeys();
  // Whoever needs them hears of it, too; a fault that nobody has waited for yet must not end the process.
  keys.catch(onError);
  const photoTickets = createPhotoTickets(config.sessionSecret);
  const chatTools = { post: createPost(), ...chatAddresses(config, photoTickets) };
  defineNotices(jobs, {
    ...{ mailer, unsubscribeLinks, keys, brandName: config.brandName },
    ...chatTools,
    timeZone: config.calendar.timeZone,
    ...addressesFor(config),
  });
  jobs.start();
  outbox.nudge();
  return {
    ...given,
    photoStore,
    statusLinks,
    statusUrlOf,
    unsubscribeLinks,
    pushKeys: keys,
    feedTokens: createFeedTokens(config.sessionSecret),
    photoTickets,
    chatTools,
    outbox,
    readMailbox,
    stop: () => outbox.stop(),
  };
}

/** The addresses that stand in what goes out about notices. */
function addressesFor({ baseUrl, mailFrom }: Pick<Config, 'baseUrl' | 'mailFrom'>) {
  const [address = ''] = /[^\s<>]+@[^\s<>]+/.exec(mailFrom) ?? [];
  return {
    subject: baseUrl.startsWith('https:') ? baseUrl : `mailto:${address}`,
    noticesPath: paths.notices,
    appealPathOf: (id: string) => link(paths.appeal, { id }),
    wishesUrl: baseUrl + paths.noticeWishes,
    appealUrlOf: (id: string) => baseUrl + link(paths.appeal, { id }),
    unsubscribeUrlOf: (letter: string) => baseUrl + link(paths.unsubscribe, { letter }),
  };
}

function chatAddresses({ baseUrl }: Pick<Config, 'baseUrl'>, { ticketFor }: PhotoTickets) {
  return {
    boardUrl: baseUrl + paths.board,
    offerUrlOf: (id: string) => `${baseUrl + link(paths.appeal, { id })}#offer`,
    photoUrlOf: (appealId: string, photoId: string) =>
      baseUrl + link(paths.sharedPhoto, { ticket: ticketFor({ appealId, photoId }) }),
  };
}

/** An error's message may hold what a mail was about. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
