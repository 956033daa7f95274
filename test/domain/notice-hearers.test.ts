import { asksNeighbours, hearableBy, hearersOf } from '../../src/domain/notice-hearers';
import type { EventFact } from '../../src/domain/timeline-event';
import { person, plainAppeal, plainEvent, plainFind } from '../support/plain-appeal';

const nobody = { knowing: [], near: [] };
const accepted: EventFact = { type: 'find_accepted', findId: 'find' };

/** A case of `agent`, in which `finder` has a find, `adviser` gave a lead and `seeker` looked; `fan` follows. */
const appeal = (more: Parameters<typeof plainAppeal>[0] = {}) =>
  plainAppeal({
    finds: [plainFind({ state: 'accepted' })],
    followers: ['fan', 'finder'],
    timeline: [
      plainEvent({ type: 'lead_given', words: 'x' }, 'adviser'),
      plainEvent({ type: 'looked', place: '' }, 'seeker'),
    ],
    ...more,
  });
const hearers = (fact: EventFact, by?: string, more?: Parameters<typeof plainAppeal>[0]) =>
  Object.fromEntries(hearersOf(appeal(more), plainEvent(fact, by), nobody));

describe('who hears of an event', () => {
  it('are the people of the case, each for the most personal reason', () => {
    expect(hearers(accepted, 'other')).toEqual({ agent: 'mine', finder: 'helped', adviser: 'helped', fan: 'followed' });
  });

  it('is nobody of what they did themselves', () => {
    expect(hearers(accepted, 'agent')).toEqual({ finder: 'helped', adviser: 'helped', fan: 'followed' });
    expect(hearers({ type: 'looked', place: '' }, 'agent')).toEqual({});
  });

  it('is the agent alone of what a customer writes', () => {
    expect(hearers({ type: 'customer_replied', messageId: 'm' }, 'customer')).toEqual({ agent: 'mine' });
  });

  it('is everybody who helped, with thanks, when it ends well; without, when it does not', () => {
    const happy = { type: 'closed', outcome: 'happy' } as const;
    expect(hearers(happy, 'agent', { outcome: 'happy' })).toEqual({
      finder: 'thanks',
      adviser: 'thanks',
      seeker: 'thanks',
      fan: 'followed',
    });
    expect(hearers({ ...happy, outcome: 'not_found' }, 'agent', { outcome: 'not_found' })).toMatchObject({
      finder: 'helped',
    });
  });

  it('is whoever knows or is near, of a new appeal alone', () => {
    const neighbours = { knowing: ['knower', 'both'], near: ['neighbour', 'both', 'agent'] };
    const published = plainEvent({ type: 'appeal_published' }, 'agent');
    expect(Object.fromEntries(hearersOf(appeal(), published, neighbours))).toEqual({
      knower: 'asked',
      both: 'asked',
      neighbour: 'near',
    });
    expect([asksNeighbours(published), asksNeighbours(plainEvent(accepted))]).toEqual([true, false]);
  });
});

describe('what may be heard', () => {
  const declined = plainEvent({ type: 'find_declined', findId: 'find', words: 'Too blue' });
  const ofPerson = plainEvent({ type: 'lead_given', words: 'She lives here' }, 'adviser');
  const heard = (id: string, kind: 'item' | 'person' = 'item', ...roles: 'agent'[]) =>
    hearableBy(person(id, ...roles), appeal({ kind, timeline: [declined, ofPerson] })).map(({ type }) => type);

  it('is what became of one’s own find, which no other colleague knows', () => {
    expect([heard('finder'), heard('fan'), heard('anybody', 'item', 'agent')]).toEqual([
      ['find_declined', 'lead_given'],
      ['lead_given'],
      ['find_declined', 'lead_given'],
    ]);
  });

  it('is no hint about a person, and nothing of a draft', () => {
    expect(heard('fan', 'person')).toEqual([]);
    expect(hearableBy(person('fan'), appeal({ status: 'draft', timeline: [ofPerson] }))).toEqual([]);
  });
});
