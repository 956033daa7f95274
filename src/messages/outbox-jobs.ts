import type { Job } from 'agenda';
import { finishLinkEvents } from '../customers/change-status-link';
import type { Jobs } from '../jobs/jobs';
import { deliver, leaseMs, type OutboxTools } from './outbox';
import { finishPending } from './settle';
import { forgetOrphans, markPlanned, overdueMessages, unplannedMessages, type Waiting } from './waiting-messages';

const deliverJob = 'deliver message';
const tendJob = 'tend outbox';

/** How many mails one process hands over at the same time. */
const atOnce = 5;

/** Keeps the outbox moving. */
export interface Outbox {
  /** Plans what was queued just now; call it after something was. What nobody planned is found within minutes. */
  nudge(): void;
  /** Ends after the deliveries under way. */
  stop(): Promise<void>;
}

interface Letter {
  messageId: string;
}

/**
 * One job stands for each mail that waits; the mail itself says when it is due and whether it is still wanted, so a
 * job that is lost, or runs twice, does no harm.
 * @param onError told when mails could not be planned
 */
export function defineOutbox(jobs: Jobs, tools: OutboxTools, onError: (error: unknown) => void): Outbox {
  const { agenda } = jobs;
  let planning: Promise<void> = Promise.resolve();
  let stopped = false;

  agenda.define<Letter>(deliverJob, (job) => run(job), {
    concurrency: atOnce,
    lockLifetime: leaseMs,
    removeOnComplete: true,
  });
  agenda.define(tendJob, () => tend(), { concurrency: 1, lockLifetime: leaseMs });
  jobs.every('1 minute', tendJob);

  async function run(job: Job<Letter>): Promise<void> {
    job.attrs.nextRunAt = await deliver(job.attrs.data.messageId, tools);
  }

  async function tend(): Promise<void> {
    await finishPending();
    await finishLinkEvents();
    await forgetOrphans();
    await planAll(await overdueMessages());
  }

  async function planAll(messages: readonly Waiting[]): Promise<void> {
    for (const { messageId, dueAt } of messages) {
      await agenda.create(deliverJob, { messageId }).unique({ 'data.messageId': messageId }).schedule(dueAt).save();
      await markPlanned(messageId);
    }
  }

  async function planNew(): Promise<void> {
    await jobs.ready();
    if (!stopped) await planAll(await unplannedMessages());
  }

  return {
    nudge() {
      planning = planning.then(planNew).catch(onError);
    },
    async stop() {
      stopped = true;
      await planning;
      await jobs.stop();
    },
  };
}
