import { type Appeal, chosenFind, type Kind } from './appeal';
import { isWithheld } from './approval';
import { isOurWord, whatWasSaid } from './said';

/** The milestones a status update is written at, each with a text of its own. */
export const updateTemplates = [
  'approval',
  'opened',
  'opened_person',
  'opened_owner',
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

/** Nobody can buy a person, nor seeks what was found. */
const openedTemplates: Readonly<Record<Kind, UpdateTemplate>> = {
  item: 'opened',
  person: 'opened_person',
  owner: 'opened_owner',
};

/** @returns the templates there are for a kind of case: how its search begins is told in words of its own */
export function templatesFor({ kind }: Pick<Appeal, 'kind'>): UpdateTemplate[] {
  const others = Object.values(openedTemplates).filter((template) => template !== openedTemplates[kind]);
  return updateTemplates.filter((template) => !others.includes(template));
}

/** @returns the template that fits where the case stands, by what the customer has not been told yet */
export function templateFor(appeal: Appeal): UpdateTemplate {
  switch (appeal.status) {
    case 'draft':
      return isWithheld(appeal) ? 'approval' : openedTemplate(appeal);
    case 'searching':
      return searchingTemplate(appeal);
    case 'found':
      return 'found';
    case 'collecting':
      return 'travelling';
    case 'at_desk':
      return chosenFind(appeal) || appeal.kind === 'owner' ? 'at_desk' : 'found';
    case 'on_its_way':
      return 'shipped';
    case 'delivered':
      return 'arrived';
    case 'closed':
      return appeal.outcome === 'happy' ? 'thank_you' : 'not_found';
  }
}

/** A request to agree tells nothing of the search yet. */
function searchingTemplate(appeal: Appeal): UpdateTemplate {
  if (isWithheld(appeal)) return 'approval';
  const said = whatWasSaid(appeal.timeline);
  const published = said.findIndex(({ type }) => type === 'appeal_published');
  return said.slice(published + 1).some(isOurWord) ? 'searching_still' : openedTemplate(appeal);
}

function openedTemplate({ kind }: Appeal): UpdateTemplate {
  return openedTemplates[kind];
}
