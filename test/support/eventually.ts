const patienceMs = 60_000;
const pauseMs = 50;

/**
 * Asks again and again until there is an answer.
 * @param ask gives undefined while it is too early
 * @param what is waited for, for the message
 * @param patience in milliseconds, where a minute is too short
 * @throws Error when there is none in time
 */
export async function eventually<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined>,
  patience = patienceMs,
): Promise<Answer> {
  const giveUpAt = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > giveUpAt) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
