import type { Connection } from 'mongoose';
import { type Change, newestStamp, type Stamp, stampsSince } from './changes';
import { type WakeUp, wakeUps } from './wake-ups';

/** Looked at again with every reading: a write can be seen a little after the moment it is stamped with. */
const overlapMs = 5000;

/** @param at the newest change that has been read, in milliseconds */
export type Listener = (changes: readonly Change[], at: number) => void;

/** The changes of all cases, whichever process wrote them. */
export interface ChangeFeed {
  /** Resolves once nothing more can be missed. @returns a function that ends listening */
  listen(listener: Listener): Promise<() => void>;
  /** For tests and measurements: how many times the store was asked. */
  readonly readings: () => number;
  stop(): Promise<void>;
}

/**
 * Reads what changed, once for all who listen in this process; while nobody does, it costs nothing.
 * @param onError told when the store could not be asked; it is asked again soon
 */
export function createChangeFeed(connection: Connection, onError: (error: unknown) => void): ChangeFeed {
  const listeners = new Set<Listener>();
  let known = new Map<string, string>();
  let cursor = new Date(0);
  let wakeUp: WakeUp | undefined;
  let started: Promise<void> | undefined;
  let reading: Promise<void> | undefined;
  let readings = 0;

  async function start(): Promise<void> {
    cursor = await newestStamp();
    known = marked(await stampsSince(windowFrom(cursor)));
    wakeUp = wakeUps(connection, read);
  }

  /** One reading at a time; what is asked for meanwhile is found by the next. */
  function read(): Promise<void> {
    reading ??= readNow()
      .catch(onError)
      .finally(() => {
        reading = undefined;
      });
    return reading;
  }

  async function readNow(): Promise<void> {
    readings++;
    const stamps = await stampsSince(windowFrom(cursor));
    const news = stamps.filter((stamp) => known.get(stamp.appealId) !== markOf(stamp));
    known = marked(stamps);
    cursor = stamps.at(-1)?.changedAt ?? cursor;
    if (news.length > 0) for (const tell of listeners) tell(news, cursor.getTime());
  }

  async function stop(): Promise<void> {
    await started?.catch(() => undefined);
    started = undefined;
    await wakeUp?.stop();
    wakeUp = undefined;
    await reading;
  }

  return {
    async listen(listener) {
      listeners.add(listener);
      started ??= start();
      try {
        await started;
      } catch (error) {
        listeners.delete(listener);
        started = undefined;
        throw error;
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop().catch(onError);
      };
    },
    readings: () => readings,
    stop,
  };
}

function windowFrom(cursor: Date): Date {
  return new Date(cursor.getTime() - overlapMs);
}

function marked(stamps: readonly Stamp[]): Map<string, string> {
  return new Map(stamps.map((stamp) => [stamp.appealId, markOf(stamp)]));
}

function markOf({ changedAt, version }: Stamp): string {
  return `${changedAt.getTime()}:${version}`;
}
