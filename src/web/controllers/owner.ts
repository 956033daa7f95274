import { handToOwner } from '../../appeals/hand-to-owner';
import { disposeThing } from '../../found/dispose-thing';
import { judgeClaim } from '../../found/judge-claim';
import { keepMarks } from '../../found/keep-marks';
import { makeClaim } from '../../found/make-claim';
import { releaseClaim } from '../../found/release-claim';
import type { Services } from '../../services';
import { claimForm, disposalForm, marksForm, verdictForm } from '../forms/owner';
import { bareForm } from '../forms/version';
import type { Command } from './command';
import { param } from './params';

/** A found thing: who claims it, who checks, who releases, and what becomes of it where nobody comes. */
export function ownerController(command: Command, { config }: Pick<Services, 'config'>) {
  const keeping = () => ({ keepDays: config.ownerKeepDays });
  return {
    marks: command('marks', marksForm, (target, { version: _, ...marks }) => keepMarks(target, marks)),
    claim: command('claim', claimForm, (target, { claim }) => makeClaim(target, claim)),
    judge: command('claimJudged', verdictForm, (target, { verdict }, request) =>
      judgeClaim(target, param(request, 'claimId'), verdict === 'right'),
    ),
    release: command('claimReleased', bareForm, (target, _, request) =>
      releaseClaim(target, param(request, 'claimId')),
    ),
    handOver: command('handedToOwner', bareForm, handToOwner),
    dispose: command('dispose', disposalForm, (target, { version: _, ...decision }) =>
      disposeThing(target, decision, keeping()),
    ),
  };
}
