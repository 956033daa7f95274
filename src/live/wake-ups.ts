import type { Connection } from 'mongoose';

const everyMs = 1000;
/** While the server itself says when something changed, we still look now and then. */
const rarelyMs = 10_000;
const togetherMs = 100;

/** Says when it is time to look for changes. */
export interface WakeUp {
  stop(): Promise<void>;
}

/**
 * Wakes whoever reads changes: when the server says so by a change stream, or every second on a server without.
 * @param wake is waited for before the next
 */
export function wakeUps({ db }: Pick<Connection, 'db'>, wake: () => Promise<void>): WakeUp {
  let told = false;
  let stopped = false;
  let timer: NodeJS.Timeout;
  const stream = db?.collection('appeals').watch([{ $project: { _id: 1 } }]);

  function lookIn(ms: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(look, ms);
  }

  async function look(): Promise<void> {
    await wake();
    lookIn(told ? rarelyMs : everyMs);
  }

  stream?.on('resumeTokenChanged', () => {
    told = true;
  });
  stream?.on('change', () => lookIn(togetherMs));
  stream?.on('error', () => {
    told = false;
    lookIn(everyMs);
    stream.close().catch(() => undefined);
  });
  lookIn(everyMs);

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await stream?.close().catch(() => undefined);
    },
  };
}
