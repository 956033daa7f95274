import type { Appeal } from '../../domain/appeal';
import type { LostReport } from '../../found/lost-reports';
import { link, paths } from '../../paths';

/** What people outside have reported, for agents alone. */
export interface LostReportsPage {
  reports: {
    what: string;
    words: string;
    place: string;
    lostOn: string;
    name: string;
    contact: string;
    at: Date;
    /** Field: appealId. */
    assignAction: string;
    discardAction: string;
  }[];
  /** The found things it may be about. */
  cases: { id: string; title: string }[];
}

export function lostReportsPage(
  reports: readonly LostReport[],
  cases: readonly Pick<Appeal, 'id' | 'title'>[],
): LostReportsPage {
  return {
    reports: reports.map(({ id: reportId, what, words, place, lostOn, name, contact, at }) => ({
      ...{ what, words, place, lostOn, name, contact, at },
      assignAction: link(paths.lostReportAssignment, { reportId }),
      discardAction: link(paths.lostReportDiscard, { reportId }),
    })),
    cases: cases.map(({ id, title }) => ({ id, title })),
  };
}
