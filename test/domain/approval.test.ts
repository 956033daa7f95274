import { allowedActions, allowedFindActions } from '../../src/domain/allowed-actions';
import type { Appeal } from '../../src/domain/appeal';
import { awaitsAnswer } from '../../src/domain/appeal';
import { type Approval, approvalOf, hasChangedSince, isOpenToCustomer, isWithheld } from '../../src/domain/approval';
import { hearsBy } from '../../src/domain/promise';
import type { EventFact } from '../../src/domain/timeline-event';
import { templateFor } from '../../src/domain/update-template';
import { person, plainAppeal, plainEvent, plainFind } from '../support/plain-appeal';

const asked: EventFact = { type: 'approval_asked' };
const unasked: EventFact = { type: 'approval_unasked' };
const given: EventFact = { type: 'approval_given' };
const wished: EventFact = { type: 'changes_wished', messageId: 'm' };
const withdrawn: EventFact = { type: 'approval_withdrawn' };
const published: EventFact = { type: 'appeal_published' };
const edited: EventFact = { type: 'appeal_edited', fields: ['story'] };
const retouched: EventFact = { type: 'appeal_edited', fields: ['photos'] };
const linked: EventFact = { type: 'appeal_edited', fields: ['entryId'] };

const caseAfter = (facts: readonly EventFact[], overrides: Partial<Appeal> = {}) =>
  plainAppeal({ timeline: facts.map((fact) => plainEvent(fact)), ...overrides });

const courses: [readonly EventFact[], Approval, withheld: boolean][] = [
  [[], 'unasked', false],
  [[edited, published], 'unasked', false],
  [[asked], 'asked', true],
  [[asked, edited], 'asked', true],
  [[asked, unasked], 'unasked', false],
  [[asked, edited, unasked, published], 'unasked', false],
  [[asked, unasked, asked], 'asked', true],
  [[asked, unasked, asked, given], 'given', false],
  [[asked, wished, asked, unasked], 'changes_wished', true],
  [[asked, given, withdrawn, asked, unasked], 'withdrawn', true],
  [[asked, given, edited, asked, unasked], 'void', true],
  [[asked, given], 'given', false],
  [[asked, given, linked], 'given', false],
  [[asked, wished], 'changes_wished', true],
  [[asked, wished, edited, asked, given], 'given', false],
  [[asked, given, edited], 'void', true],
  [[asked, given, published, retouched], 'void', true],
  [[asked, given, edited, asked], 'asked', true],
  [[asked, given, withdrawn], 'withdrawn', true],
  [[asked, given, withdrawn, edited], 'withdrawn', true],
  [[asked, given, withdrawn, given], 'given', false],
];

it.each(courses)('stands where what happened has led: %j', (facts, approval, withheld) => {
  expect([approvalOf(caseAfter(facts)), isWithheld(caseAfter(facts))]).toEqual([approval, withheld]);
});

describe('who may do what', () => {
  const agent = person('agent', 'agent');
  const customer = { kind: 'customer' as const, appealId: plainAppeal().id };
  const about = ['publish', 'ask_approval', 'unask_approval', 'approve', 'wish_changes', 'withdraw_approval'];
  const of = (actor: Parameters<typeof allowedActions>[0], facts: readonly EventFact[], status: Appeal['status']) =>
    allowedActions(actor, caseAfter(facts, { status })).filter((action) => about.includes(action));

  it('an agent publishes what nobody was asked about, or what was agreed to', () => {
    expect(of(agent, [], 'draft')).toEqual(['publish', 'ask_approval']);
    expect(of(agent, [asked], 'draft')).toEqual(['unask_approval']);
    expect(of(agent, [asked, unasked], 'draft')).toEqual(['publish', 'ask_approval']);
    expect(of(agent, [asked, given, edited, asked, unasked], 'searching')).toEqual(['ask_approval']);
    expect(of(agent, [asked, wished], 'draft')).toEqual(['ask_approval']);
    expect(of(agent, [asked, given], 'draft')).toEqual(['publish']);
    expect(of(agent, [asked, given, edited], 'draft')).toEqual(['ask_approval']);
    expect(of(agent, [], 'searching')).toEqual([]);
    expect(of(agent, [asked, given, withdrawn], 'searching')).toEqual(['ask_approval']);
  });

  it('a customer decides once they were asked, and may think otherwise later', () => {
    expect(of(customer, [], 'draft')).toEqual([]);
    expect(of(customer, [asked], 'draft')).toEqual(['approve', 'wish_changes']);
    expect(of(customer, [asked, unasked], 'draft')).toEqual([]);
    expect(of(customer, [asked, wished], 'draft')).toEqual(['approve']);
    expect(of(customer, [asked, given], 'closed')).toEqual(['withdraw_approval']);
    expect(of(customer, [asked, given, edited], 'searching')).toEqual([]);
    expect(of(customer, [asked, given, withdrawn], 'searching')).toEqual(['approve']);
  });

  it('a colleague helps with nothing they may not see', () => {
    expect(allowedActions(person('colleague'), caseAfter([asked, given]))).toContain('offer_find');
    expect(allowedActions(person('colleague'), caseAfter([asked, given, withdrawn]))).toEqual([]);
  });

  it('an agent notes what a finder hands over who cannot see the appeal any more', () => {
    const find = plainFind({ state: 'accepted' });
    const found = (facts: readonly EventFact[]) => caseAfter(facts, { status: 'found', finds: [find] });
    expect(allowedFindActions(agent, found([asked, given]), find)).not.toContain('hand_over_find');
    expect(allowedFindActions(agent, found([asked, given, withdrawn]), find)).toContain('hand_over_find');
  });
});

it('opens a draft to the customer once they were asked, and not before', () => {
  const draft = (facts: readonly EventFact[]) => caseAfter(facts, { status: 'draft', publishedAt: null });
  const calendar = { timeZone: 'Europe/Berlin', holidays: [] };
  expect(isOpenToCustomer(draft([]))).toBe(false);
  expect(hearsBy(draft([]), calendar)).toBeNull();
  expect(isOpenToCustomer(draft([asked]))).toBe(true);
  expect(hearsBy(draft([asked]), calendar)).toBe('2026-03-02');
  // They may have the link by now, but a word is due only where they had one.
  expect(isOpenToCustomer(draft([asked, unasked]))).toBe(true);
  expect(hearsBy(draft([asked, unasked]), calendar)).toBeNull();
  expect(
    hearsBy(draft([asked, { type: 'update_sent', messageId: 'm', channel: 'email' }, unasked]), calendar),
  ).not.toBeNull();
});

it('knows whether the customer has seen what stands there', () => {
  const appeal = caseAfter([asked, linked, edited]);
  expect([1, 2, 3].map((version) => hasChangedSince(appeal, version))).toEqual([true, true, false]);
});

it('counts a wish for changes as a word that waits for an answer', () => {
  expect(awaitsAnswer(caseAfter([asked, wished]))).toBe(true);
  expect(awaitsAnswer(caseAfter([asked, given]))).toBe(false);
});

it('starts from the words that fit: the request first, then that we search, then that we still do', () => {
  const told: EventFact = { type: 'update_sent', messageId: 'm', channel: 'email' };
  expect(templateFor(caseAfter([asked, told], { status: 'draft' }))).toBe('approval');
  expect(templateFor(caseAfter([asked, told, given, published]))).toBe('opened');
  expect(templateFor(caseAfter([asked, told, given, published, told]))).toBe('searching_still');
  expect(templateFor(caseAfter([asked, given, published, edited]))).toBe('approval');
});
