import {
  answered,
  awaitsNextStep,
  deadlineOf,
  givenToCustomer,
  hasNewHints,
  type Inquiry,
  isOpen,
  lapsed,
  mayAskSomebody,
  type PersonSearch,
  shared,
  wasAsked,
} from '../../src/domain/person-search';

const noon = new Date('2026-03-01T12:00:00Z');
const later = (days: number, ms = 0) => new Date(noon.getTime() + days * 24 * 60 * 60 * 1000 + ms);

function inquiry(overrides: Partial<Inquiry> = {}): Inquiry {
  const open = { answer: null, answeredAt: null, agreed: '', sharedAt: null };
  return {
    id: 'q',
    sought: 'stefan',
    askedBy: 'agent',
    askedAt: noon,
    words: 'x',
    tokenHash: 'h',
    ...open,
    ...overrides,
  };
}

function search(...inquiries: Inquiry[]): PersonSearch {
  return { appealId: 'a', version: 1, hints: [], inquiries };
}

describe('the time to answer', () => {
  it('is fourteen days, to the millisecond', () => {
    expect(deadlineOf(inquiry())).toEqual(later(14));
    expect([isOpen(inquiry(), later(14, -1)), isOpen(inquiry(), later(14))]).toEqual([true, false]);
  });

  it('is over at once with an answer', () => {
    expect(isOpen(inquiry({ answer: 'yes' }), noon)).toBe(false);
  });

  it('counts as no once it is over, and only then', () => {
    const before = search(inquiry(), inquiry({ id: 'old', answer: 'yes', agreed: 'Call me' }));
    expect(lapsed(before, later(13))).toBe(before);
    expect(lapsed(before, later(14)).inquiries).toEqual([
      inquiry({ answer: 'no_answer', answeredAt: later(14) }),
      inquiry({ id: 'old', answer: 'yes', agreed: 'Call me' }),
    ]);
  });
});

describe('who may be asked', () => {
  it('is one after the other, and nobody once somebody has agreed', () => {
    const may = (answer: Inquiry['answer']) => mayAskSomebody(search(inquiry({ answer })));
    expect([null, 'yes', 'message', 'no', 'no_answer'].map((answer) => may(answer as Inquiry['answer']))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(mayAskSomebody(search())).toBe(true);
  });

  it('is nobody a second time', () => {
    const before = search(inquiry({ answer: 'no_answer' }));
    expect([wasAsked(before, 'stefan'), wasAsked(before, 'stefanie')]).toEqual([true, false]);
  });
});

describe('what the customer is given', () => {
  const agreed = answered(search(inquiry()), 'q', { answer: 'yes', agreed: 'Stefan, 0170 1', at: noon });

  it('is nothing before the agent has passed it on', () => {
    expect(givenToCustomer(agreed)).toBeNull();
    expect(givenToCustomer(search())).toBeNull();
  });

  it('is the very words that were agreed, once', () => {
    const given = shared(agreed, 'q', later(1));
    expect(givenToCustomer(given)).toMatchObject({ agreed: 'Stefan, 0170 1', sharedAt: later(1) });
    expect(shared(given, 'q', later(2))).toBe(given);
  });

  it('is nothing of a no, whatever was written down', () => {
    expect(givenToCustomer(search(inquiry({ answer: 'no', agreed: 'x', sharedAt: noon })))).toBeNull();
  });
});

describe('what waits for the agent', () => {
  it('is an answer that was not passed on', () => {
    const waits = (...given: Partial<Inquiry>[]) => awaitsNextStep(search(...given.map(inquiry)));
    expect([waits(), waits({}), waits({ answer: 'yes', sharedAt: noon })]).toEqual([false, false, false]);
    expect([waits({ answer: 'yes' }), waits({ answer: 'no' }), waits({ answer: 'no' }, { id: 'r' })]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is a hint that came after somebody was asked', () => {
    const hints = [{ id: 'h', by: 'paul', words: 'x', at: later(1) }];
    expect(hasNewHints({ hints: [], inquiries: [] })).toBe(false);
    expect(hasNewHints({ hints, inquiries: [] })).toBe(true);
    expect(hasNewHints({ hints, inquiries: [inquiry()] })).toBe(true);
    expect(hasNewHints({ hints, inquiries: [inquiry({ askedAt: later(2) })] })).toBe(false);
  });
});
