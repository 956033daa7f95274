import type { Appeal } from '../../../src/domain/appeal';
import type { EventFact, TimelineEvent } from '../../../src/domain/timeline-event';
import { rail } from '../../../src/web/presenters/rail';
import { plainAppeal, plainEvent } from '../../support/plain-appeal';

const findId = 'find';
const published: EventFact = { type: 'appeal_published' };
const accepted: EventFact = { type: 'find_accepted', findId };
const handedOver: EventFact = { type: 'find_handed_over', findId, way: 'parcel' };
const received: EventFact = { type: 'find_received', findId };
const shipped: EventFact = { type: 'shipped', shipmentId: 's', carrier: 'dhl' };
const delivered: EventFact = { type: 'delivered' };
const closed: EventFact = { type: 'closed', outcome: 'withdrawn' };

/** Day `n` of the story, so that every step has a date of its own. */
const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const story = (...facts: EventFact[]): TimelineEvent[] =>
  facts.map((fact, index) => plainEvent(fact, 'agent', day(index + 1)));

function steps(overrides: Partial<Appeal>): string[] {
  return rail(plainAppeal(overrides)).map(({ label, state, at }) => `${label} ${state} ${at?.getUTCDate() ?? '-'}`);
}

it('shows where a thing has come to, and when', () => {
  expect(steps({ status: 'collecting', timeline: story(published, accepted, handedOver) })).toEqual([
    'rail.searching done 1',
    'rail.found done 2',
    'rail.collecting current 3',
    'rail.at_desk ahead -',
    'rail.on_its_way ahead -',
    'rail.delivered ahead -',
  ]);
});

it('has nothing behind a draft', () => {
  expect(steps({ status: 'draft', timeline: story({ type: 'appeal_opened' }) })).toEqual(
    ['searching', 'found', 'collecting', 'at_desk', 'on_its_way', 'delivered'].map((step) => `rail.${step} ahead -`),
  );
});

it('goes back when a find is given up', () => {
  const timeline = story(published, accepted, { type: 'find_released', findId, words: '' });
  expect(steps({ status: 'searching', timeline }).slice(0, 2)).toEqual([
    'rail.searching current 1',
    'rail.found ahead -',
  ]);
});

it('stands where a closed case got to', () => {
  const happy = story(published, accepted, handedOver, received, shipped, delivered, {
    type: 'closed',
    outcome: 'happy',
  });
  expect(steps({ status: 'closed', outcome: 'happy', timeline: happy }).at(-1)).toBe('rail.delivered current 6');
  const withdrawn = steps({ status: 'closed', outcome: 'withdrawn', timeline: story(published, accepted, closed) });
  expect(withdrawn.slice(1, 3)).toEqual(['rail.found current 2', 'rail.collecting ahead -']);
  const given = story(published, accepted, { type: 'find_released', findId, words: '' }, closed);
  expect(steps({ status: 'closed', outcome: 'not_found', timeline: given })[0]).toBe('rail.searching current 1');
});

it('does not reach further than a case that was reopened and closed again', () => {
  const timeline = story(published, accepted, handedOver, received, closed, { type: 'reopened' }, closed);
  expect(steps({ status: 'closed', outcome: 'not_found', timeline })[0]).toBe('rail.searching current 6');
});

it('is shorter for a person and for an owner', () => {
  expect(steps({ kind: 'person', status: 'searching', timeline: story(published) })).toEqual([
    'rail.searching current 1',
    'rail.closed ahead -',
  ]);
  expect(steps({ kind: 'owner', status: 'at_desk', timeline: story(published, { type: 'owner_named' }) })).toEqual([
    'rail.searching done 1',
    'rail.at_desk current 2',
    'rail.on_its_way ahead -',
    'rail.delivered ahead -',
  ]);
});
