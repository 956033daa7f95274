/** Work that is done again and again in the background. */
export interface Rounds {
  /** Works now instead of at the next round; call it after something became due. */
  nudge(): void;
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

/**
 * Runs rounds of work, never two at once in one process; the first at once.
 * @param everyMs pause between rounds nobody nudged
 * @param onError told of a failed round
 */
export function startRounds(work: () => Promise<unknown>, everyMs: number, onError: (error: unknown) => void): Rounds {
  let running: Promise<unknown> = Promise.resolve();
  let waiting = false;
  const round = () => {
    if (waiting) return;
    waiting = true;
    running = running.then(async () => {
      waiting = false;
      await work().catch(onError);
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
