import type { WeighedWanted } from '../domain/words/compare';
import { type Described, weighedNotions } from '../domain/words/describe';
import { understand } from './understand';

/** @returns what a description says, each thing with the tokens by which others say it */
export async function want(described: Described): Promise<WeighedWanted[]> {
  const notions = weighedNotions(described);
  const wanted = await understand(notions);
  return wanted.map((one, place) => ({
    ...one,
    weight: notions[place]?.weight ?? 1,
    phrase: notions[place]?.phrase ?? 0,
  }));
}
