import type { Appeal } from '../../../domain/appeal';
import type { Claim } from '../../../domain/found-thing';
import { link, paths } from '../../../paths';

/** What somebody signs who gets a found thing back; nothing of its control marks stands on it. */
export interface HandOverPage {
  layout: 'print';
  paperTitle: string;
  backHref: string;
  appealId: string;
  appealTitle: string;
  place: string;
  /** `YYYY-MM-DD` or empty. */
  foundOn: string;
  /** Who gets it. */
  name: string;
  judgedByName: string;
  releasedByName: string;
}

export function handOverPage(appeal: Appeal, claim: Claim, names: ReadonlyMap<string, string>): HandOverPage {
  return {
    layout: 'print',
    paperTitle: 'print.handOver.title',
    backHref: link(paths.appeal, { id: appeal.id }),
    appealId: appeal.id,
    appealTitle: appeal.title,
    place: appeal.place,
    foundOn: appeal.lostOn,
    name: claim.name,
    judgedByName: names.get(claim.verdict?.by ?? '') ?? '',
    releasedByName: names.get(claim.release?.by ?? '') ?? '',
  };
}
