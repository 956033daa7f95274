import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda, InMemoryNotificationChannel, type Job } from 'agenda';
import type { Connection } from 'mongoose';

const collection = 'jobs';
/** How often a process looks for jobs of others. */
const lookEverySeconds = 5;
/** How often a stop looks whether jobs are under way, and at most how often; what they hold comes free by itself. */
const [lookAgainMs, mostLooks] = [20, 500];
/** A job that was taken just before says so only a moment later: nothing must be under way so many times in a row. */
const quietLooks = 5;

/** Work for later, kept in the store: each job is done by one process at a time, and again when that one falls over. */
export interface Jobs {
  readonly agenda: Agenda;
  /** Has a job that was defined done again and again, by whichever process comes first; before the start. */
  every(interval: string, name: string): void;
  /** Runs what is due from now on. Jobs are defined before. */
  start(): void;
  /** Resolves once jobs can be written. */
  ready(): Promise<void>;
  /** Takes no more jobs, gives back those it has only reserved, and waits for those under way. */
  stop(): Promise<void>;
}

/**
 * Jobs on the application's own database.
 * @param onError told of faults of the machinery or of a job; never of what a job was about
 */
export function createJobs(connection: Connection, onError: (error: unknown) => void): Jobs {
  const running = new Set<Job>();
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: connection.getClient().db(connection.name), collection }),
    processEvery: lookEverySeconds * 1000,
    // Jobs of this very process begin at once; those of others are found by looking.
    notificationChannel: new InMemoryNotificationChannel(),
  });
  let stopped = false;
  const tell = (error: unknown) => {
    if (!(stopped && cameTooLate(error))) onError(error);
  };
  agenda.on('error', tell);
  agenda.on('fail', tell);
  agenda.on('start', (job: Job) => running.add(job));
  agenda.on('complete', (job: Job) => running.delete(job));
  const recurring: [interval: string, name: string][] = [];
  let started: Promise<void> | undefined;

  async function begin(): Promise<void> {
    await agenda.start();
    for (const [interval, name] of recurring) await agenda.every(interval, name);
  }

  return {
    agenda,
    every: (interval, name) => void recurring.push([interval, name]),
    start() {
      started ??= begin();
      started.catch(tell);
    },
    async ready() {
      await started;
    },
    async stop() {
      await started;
      stopped = true;
      await agenda.stop(false);
      for (let [looks, quiet] = [0, 0]; looks < mostLooks && quiet < quietLooks; looks += 1) {
        await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
        quiet = running.size > 0 ? 0 : quiet + 1;
      }
    },
  };
}

/** Agenda may still look for jobs, or begin one, when the connection is closed: another process does it, or the next. */
function cameTooLate(error: unknown): boolean {
  return error instanceof Error && closedErrors.includes(error.name);
}

/** What the driver says by how far closing has come. */
const closedErrors = [
  'MongoClientClosedError',
  'MongoNotConnectedError',
  'MongoServerClosedError',
  'MongoTopologyClosedError',
];
