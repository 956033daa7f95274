import type { AccountActor } from '../../../domain/actor';
import { isAllowed } from '../../../domain/allowed-actions';
import type { Appeal } from '../../../domain/appeal';
import {
  awaitsRelease,
  type Claim,
  disposalWays,
  type FoundThing,
  mayBeDisposed,
  mayJudge,
  mayRelease,
} from '../../../domain/found-thing';
import { link, paths } from '../../../paths';
import { appealActionsFor } from '../appeal-actions';
import type { ClaimView, OwnerView } from '../appeal-page';
import { options } from '../option';

const dayMs = 24 * 60 * 60 * 1000;

/** What the view needs besides the case and the thing. */
interface OwnerReader {
  actor: AccountActor;
  names: ReadonlyMap<string, string>;
  foundThing: FoundThing | null;
  keepDays: number;
  now: Date;
}

/** What agents know of a found thing and those who claim it, and may do about it now; null where none was found. */
export function ownerView(appeal: Appeal, reader: OwnerReader): OwnerView | null {
  const { actor, names, foundThing: thing, keepDays, now } = reader;
  if (!thing) return null;
  const action = appealActionsFor(actor, appeal);
  const disposeAction = action('dispose');
  const isDue = mayBeDisposed(thing, appeal.publishedAt, { keepDays, now });
  const { disposal } = thing;
  return {
    marks: thing.marks,
    question: thing.question,
    marksAction: action('keep_marks'),
    claims: thing.claims.map((claim) => claimView(appeal, thing, claim, reader)).reverse(),
    handAction: action('hand_to_owner'),
    receiptHref: link(paths.handOverReceipt, { id: appeal.id }),
    disposeAction: isDue ? disposeAction : null,
    keptUntil: disposeAction && appeal.publishedAt ? new Date(appeal.publishedAt.getTime() + keepDays * dayMs) : null,
    ways: options(disposalWays, 'owner.way', 'lost_property_office'),
    disposal: disposal && {
      label: `owner.way.${disposal.way}`,
      words: disposal.words,
      byName: names.get(disposal.by) ?? '',
      at: disposal.at,
    },
  };
}

function claimView(appeal: Appeal, thing: FoundThing, claim: Claim, { actor, names }: OwnerReader): ClaimView {
  const hrefOf = (pattern: typeof paths.claimVerdict | typeof paths.claimRelease) =>
    link(pattern, { id: appeal.id, claimId: claim.id });
  const { verdict, release } = claim;
  const mayJudgeNow = isAllowed(actor, appeal, 'judge_claim') && thing.question !== '' && mayJudge(thing, claim);
  const isOpen = isAllowed(actor, appeal, 'name_owner');
  const mayReleaseNow = isOpen && mayRelease(thing, claim, actor.id);
  return {
    id: claim.id,
    name: claim.name,
    contact: claim.contact,
    words: claim.words,
    at: claim.at,
    byName: claim.by === null ? null : (names.get(claim.by) ?? ''),
    verdictLabel: verdict && (verdict.right ? 'owner.answeredRight' : 'owner.answeredWrong'),
    judgedByName: verdict ? (names.get(verdict.by) ?? '') : '',
    judgedAt: verdict?.at ?? null,
    judgeAction: mayJudgeNow ? hrefOf(paths.claimVerdict) : null,
    releaseAction: mayReleaseNow ? hrefOf(paths.claimRelease) : null,
    needsAnother: isOpen && awaitsRelease(thing, claim) && !mayReleaseNow,
    releasedByName: release ? (names.get(release.by) ?? '') : '',
    releasedAt: release?.at ?? null,
  };
}

/** @returns ids of all accounts that are named with a found thing */
export function accountsOfThing({ claims, disposal }: FoundThing): string[] {
  const ofClaims = claims.flatMap(({ by, verdict, release }) => [by, verdict?.by, release?.by]);
  return [...ofClaims, disposal?.by].filter((id) => typeof id === 'string');
}
