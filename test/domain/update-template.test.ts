import type { Appeal, Kind } from '../../src/domain/appeal';
import { templateFor, templatesFor, type UpdateTemplate, updateTemplates } from '../../src/domain/update-template';
import { plainAppeal, plainEvent, plainFind } from '../support/plain-appeal';

const told = [plainEvent({ type: 'update_sent', messageId: 'm', channel: 'email' })];
const received = [plainFind({ state: 'received' })];

const milestones: [string, Partial<Appeal>, UpdateTemplate][] = [
  ['a draft', { status: 'draft' }, 'opened'],
  ['a search the customer knows nothing of', { status: 'searching' }, 'opened'],
  ['a search for a person they know nothing of', { kind: 'person', status: 'searching' }, 'opened_person'],
  ['a found thing of which they know nothing', { kind: 'owner', status: 'searching' }, 'opened_owner'],
  ['a search they were told of', { status: 'searching', timeline: told }, 'searching_still'],
  ['a find', { status: 'found' }, 'found'],
  ['a find on its way to us', { status: 'collecting' }, 'travelling'],
  ['a find at the desk', { status: 'at_desk', finds: received }, 'at_desk'],
  ['a found thing whose owner is known', { kind: 'owner', status: 'at_desk' }, 'at_desk'],
  ['a parcel', { status: 'on_its_way' }, 'shipped'],
  ['an arrival', { status: 'delivered' }, 'arrived'],
  ['a happy end', { status: 'closed', outcome: 'happy' }, 'thank_you'],
  ['a search in vain', { status: 'closed', outcome: 'not_found' }, 'not_found'],
];

it.each(milestones)('fits %s', (_, appeal, template) => {
  expect(templateFor(plainAppeal(appeal))).toBe(template);
});

test('each kind of case has one template of its own for the beginning, and all the others', () => {
  const openings = ['opened', 'opened_person', 'opened_owner'];
  const own = (kind: Kind) => templatesFor({ kind }).filter((template) => openings.includes(template));
  expect((['item', 'person', 'owner'] as const).map(own)).toEqual(openings.map((template) => [template]));
  expect(templatesFor({ kind: 'person' })).toHaveLength(updateTemplates.length - 2);
});
