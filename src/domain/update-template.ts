import { type Appeal, chosenFind } from './appeal';
import { isOurWord, whatWasSaid } from './said';

/** The milestones a status update is written at, each with a text of its own. */
export const updateTemplates = [
  'opened',
  'searching_still',
  'found',
  'travelling',
  'at_desk',
  'shipped',
  'arrived',
  'not_found',
  'thank_you',
] as const;
export type UpdateTemplate = (typeof updateTemplates)[number];

/** @returns the template that fits where the case stands, by what the customer has not been told yet */
export function templateFor(appeal: Appeal): UpdateTemplate {
  switch (appeal.status) {
    case 'draft':
    case 'searching':
      return whatWasSaid(appeal.timeline).some(isOurWord) ? 'searching_still' : 'opened';
    case 'found':
      return 'found';
    case 'collecting':
      return 'travelling';
    case 'at_desk':
      return chosenFind(appeal) ? 'at_desk' : 'found';
    case 'on_its_way':
      return 'shipped';
    case 'delivered':
      return 'arrived';
    case 'closed':
      return appeal.outcome === 'happy' ? 'thank_you' : 'not_found';
  }
}
