import path from 'node:path';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { defineSweep } from './appeals/sweep-job';
import { defineAuditNotes } from './audit/audit-jobs';
import { createSeals } from './audit/seal';
import { type AuditTrail, createAuditTrail } from './audit/trail';
import type { Config } from './config';
import { createStatusLinks, type StatusLinks } from './customers/status-links';
import { defineInbox } from './inbox/inbox-jobs';
import { createMailbox } from './inbox/mailbox';
import { defineInsights } from './insights/insights-jobs';
import { createJobs } from './jobs/jobs';
import { type ChangeFeed, createChangeFeed } from './live/change-feed';
import { endedAmong } from './live/ended-viewers';
import { createStreams, type Streams } from './live/streams';
import { fingerprintsTaken } from './matching/take-fingerprints';
import { countMessages } from './messages/count-messages';
import { createMailer, type Mailer } from './messages/mailer';
import { defineOutbox, type Outbox } from './messages/outbox-jobs';
import { createReplyAddresses } from './messages/reply-addresses';
import { createMetrics, type Metrics } from './metrics/metrics';
import type { StatusLink } from './models/customer';
import { link, paths } from './paths';
import type { Account } from './people/accounts';
import { type ApiTokens, createApiTokens } from './people/api-tokens';
import type { SecondFactors } from './people/second-factor';
import { goesOnBy, type SignInWays } from './people/sign-in-ways';
import { createPhotoStore, type PhotoStore } from './photos/photo-store';
import { createRenditions, type Renditions } from './photos/renditions';
import { defineRetention } from './retention/retention-jobs';
import { type EventHookServices, startEventHooks } from './services/event-hooks';
import { type NoticeServices, startNotices } from './services/notices';
import { startSecondFactors, startSignIn } from './services/sign-in';
import { defineShelf } from './shelf/shelf-jobs';
import { defineSought } from './sought/sought-jobs';
import { traceOf } from './trace';
import { createWebhook } from './webhook/webhook';

/** What the application runs on; made once by whoever starts it. */
export interface Services extends NoticeServices, EventHookServices {
  readonly config: Config;
  readonly connection: Connection;
  readonly photoStore: PhotoStore;
  readonly renditions: Renditions;
  readonly statusLinks: StatusLinks;
  /** Address of a customer's status page, as it stands in mails. */
  readonly statusUrlOf: (link: StatusLink) => string;
  /** Address of the page on which somebody who is sought answers, as it stands in one mail. */
  readonly inquiryUrlOf: (token: string) => string;
  readonly outbox: Outbox;
  /** Sends a mail at once. */
  readonly mailer: Mailer;
  /** Reads the mailbox now, which otherwise happens every minute; null where there is none. */
  readonly readMailbox: (() => Promise<void>) | null;
  /** Undefined where nobody may read them. */
  readonly metrics: Metrics | undefined;
  readonly apiTokens: ApiTokens;
  /** Who saw or changed a customer's data. */
  readonly audit: AuditTrail;
  readonly changeFeed: ChangeFeed;
  /** Open pages that are told of changes; closed before the server is, which waits for every answer. */
  readonly streams: Streams;
  /** How people may sign in. */
  readonly signInWays: SignInWays;
  readonly secondFactors: SecondFactors;
  /** Whether somebody may come in with a second factor alone. */
  readonly needsSecondFactor: (account: Account) => boolean;
  readonly logger: Logger;
  /** Ends what goes on in the background. */
  readonly stop: () => Promise<void>;
}

/** Puts the services together and starts what goes on in the background; whoever ends the application stops it. */
export function startServices(given: Pick<Services, 'config' | 'connection' | 'logger'>): Services {
  const { config, logger } = given;
  const statusLinks = createStatusLinks(config.sessionSecret);
  const apiTokens = createApiTokens(config.sessionSecret);
  const statusUrlOf = (statusLink: StatusLink) =>
    config.baseUrl + link(paths.status, { token: statusLinks.tokenOf(statusLink) });
  const inquiryUrlOf = (token: string) => config.baseUrl + link(paths.inquiry, { token });
  const mailer = createMailer({ ...config, outboxDir: path.join(config.dataDir, 'outbox') });
  const onError = (error: unknown) => logger.error(traceOf(error, true), 'a job failed');
  const jobs = createJobs(given.connection, onError);
  const audit = createAuditTrail(createSeals(config.auditSecret), (error) =>
    logger.error(traceOf(error, true), 'an entry of the audit could not be written'),
  );
  defineAuditNotes(jobs, audit, ({ number, seal }) => logger.info({ number, seal }, 'the audit ends here'));
  const photoStore = createPhotoStore(config.uploadsDir);
  const renditions = createRenditions(photoStore, onError);
  const webhook = config.webhook ? createWebhook(config.webhook) : null;
  const replyAddresses = config.imapUrl ? createReplyAddresses(config.sessionSecret, config.mailFrom) : null;
  const outbox = defineOutbox(jobs, { mailer, statusUrlOf, replyAddresses, webhook }, onError);
  const readMailbox =
    config.imapUrl && replyAddresses
      ? defineInbox(jobs, createMailbox(config.imapUrl, onError), { replyAddresses, photoStore })
      : null;
  const confirmUrl = config.baseUrl + paths.myFinds;
  defineShelf(jobs, { mailer, confirmUrl, periodDays: config.spareConfirmDays });
  defineInsights(jobs, config.calendar);
  const metrics = config.metricsToken === undefined ? undefined : createMetrics(countMessages);
  const noticing = startNotices(config, jobs, { mailer, onError });
  const eventHooks = startEventHooks(config, jobs, mailer);
  defineSweep(jobs, photoStore);
  defineSought(jobs);
  defineRetention(jobs, { photoStore, dataDir: config.dataDir, days: config.retentionDays, audit });
  const changeFeed = createChangeFeed(given.connection, onError);
  const signInWays = startSignIn(config, logger);
  const goesOn = goesOnBy(signInWays);
  const streams = createStreams(changeFeed, (viewers) => endedAmong(viewers, goesOn), onError);
  jobs.start();
  outbox.nudge();
  const stop = async () => {
    streams.closeAll();
    await Promise.all([changeFeed.stop(), outbox.stop(), renditions.stop(), fingerprintsTaken()]);
    await audit.settled();
  };
  const telling = {
    outbox,
    mailer,
    readMailbox,
    metrics,
    audit,
    changeFeed,
    streams,
    signInWays,
    ...noticing,
    ...eventHooks,
    ...startSecondFactors(given),
  };
  return { ...given, ...telling, apiTokens, photoStore, renditions, statusLinks, statusUrlOf, inquiryUrlOf, stop };
}
