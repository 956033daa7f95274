import { deliverDue, type OutboxTools } from './outbox';

/** Keeps the outbox moving. */
export interface OutboxWorker {
  /** Looks now instead of at the next round; call it after something was queued. */
  nudge(): void;
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

/**
 * Runs rounds of delivery, never two at once in one process.
 * @param everyMs pause between rounds nobody nudged
 * @param onError told of a failed round (not of a failed mail, which is kept with its message)
 */
export function startOutboxWorker(
  tools: OutboxTools,
  everyMs: number,
  onError: (error: unknown) => void,
): OutboxWorker {
  let running: Promise<void> = Promise.resolve();
  let waiting = false;
  const round = () => {
    if (waiting) return;
    waiting = true;
    running = running.then(async () => {
      waiting = false;
      await deliverDue(tools).catch(onError);
    });
  };
  const timer = setInterval(round, everyMs);
  round();
  return {
    nudge: round,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
