import { appealFor } from '../appeals/find-appeals';
import type { AccountActor } from '../domain/actor';
import { candidateKey, type Suggestion } from '../domain/suggestion';
import { DismissalModel } from '../models/dismissal';

/**
 * Remembers that a suggestion is not what the appeal seeks; saying it twice is saying it once.
 * @throws NotFound when the appeal is not there
 */
export async function dismiss(
  actor: AccountActor,
  appealId: string,
  candidate: Pick<Suggestion, 'kind' | 'id'>,
): Promise<void> {
  const { id } = await appealFor(actor, appealId);
  const said = { appeal: id, candidate: candidateKey(candidate) };
  await DismissalModel.updateOne(said, { $setOnInsert: { by: actor.id, at: new Date() } }, { upsert: true });
}

/** @returns keys of what was dismissed for an appeal */
export async function dismissedFor(appealId: string): Promise<ReadonlySet<string>> {
  const records = await DismissalModel.find({ appeal: appealId }).select('candidate').limit(2000).lean();
  return new Set(records.map(({ candidate }) => candidate));
}
