import type { AccountActor } from '../../src/domain/actor';
import type { Appeal } from '../../src/domain/appeal';
import { changeThing, foundThingOf } from '../../src/found/found-thing';
import { judgeClaim } from '../../src/found/judge-claim';
import { keepMarks } from '../../src/found/keep-marks';
import { type LossReported, lostReports, reportLoss } from '../../src/found/lost-reports';
import { makeClaim, type NewClaim } from '../../src/found/make-claim';
import { by } from './cases';

const usual: NewClaim = { name: 'Ana Sousa', contact: 'ana@elsewhere.example', words: 'She asked at our stand.' };

/** A colleague passes on whose the thing is, and it is known what to ask. @returns id of the claim */
export async function claimed(
  agent: AccountActor,
  appeal: Appeal,
  colleague: AccountActor,
  given: Partial<NewClaim> = {},
): Promise<string> {
  await keepMarks(by(agent, appeal), { marks: 'Crack at the corner', question: 'What is on the lock screen?' });
  await makeClaim(by(colleague, appeal), { ...usual, ...given });
  return (await foundThingOf(appeal.id)).claims.at(-1)?.id ?? '';
}

/** The same, and the control question was answered right. @returns id of the claim */
export async function proven(agent: AccountActor, appeal: Appeal, given: Partial<NewClaim> = {}): Promise<string> {
  const claimId = await claimed(agent, appeal, agent, given);
  await judgeClaim(by(agent, appeal), claimId, true);
  return claimId;
}

/** The thing was released to somebody, as far as its record goes. */
export async function releasedTo(appealId: string, name: string, judge: string, releaser: string): Promise<void> {
  const at = new Date();
  const claim = { ...usual, name, id: 'claim', by: null, at, verdict: { right: true, by: judge, at } };
  const claims = [{ ...claim, release: { by: releaser, at } }];
  await changeThing(appealId, (thing) => ({ ...thing, claims }));
}

/** Somebody outside has lost something. @returns id of the report */
export async function reported(given: Partial<LossReported> = {}): Promise<string> {
  const usually = { what: 'Phone', words: 'Black', place: 'Hall 3', lostOn: '', name: 'Ana', contact: '0170' };
  await reportLoss({ ...usually, ...given });
  return (await lostReports()).at(-1)?.id ?? '';
}
