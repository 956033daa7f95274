/** Runs a task as soon as there is room for it and gives what it gives. */
export type Turnstile = <Result>(task: () => Promise<Result>) => Promise<Result>;

/**
 * Lets at most `places` tasks run at the same time; the others wait in the order they came.
 */
export function turnstile(places: number): Turnstile {
  const waiting: (() => void)[] = [];
  let free = places;

  async function enter(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((letIn) => waiting.push(letIn));
  }

  /** A place is handed straight to the next one, so that nobody who came later slips in between. */
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return async (task) => {
    await enter();
    try {
      return await task();
    } finally {
      leave();
    }
  };
}
