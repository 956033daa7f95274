/** What the person sought may answer: share this, pass on one message, or nothing at all. */
export const soughtAnswers = ['yes', 'message', 'no'] as const;
export type SoughtAnswer = (typeof soughtAnswers)[number];

/** How long they have to answer. */
export const answerDays = 14;

const dayMs = 24 * 60 * 60 * 1000;

/** What a colleague knows about the person sought, for agents alone. */
export interface Hint {
  id: string;
  /** Account id. */
  by: string;
  words: string;
  at: Date;
}

/** The question to a colleague who may be the one. */
export interface Inquiry {
  id: string;
  /** Account ids: who is asked, and who asks. */
  sought: string;
  askedBy: string;
  askedAt: Date;
  /** What they read. */
  words: string;
  /** SHA-256 of the token in their link, by which they are recognised. */
  tokenHash: string;
  /** `no_answer`: the time was over; it counts as no. Null while it is open. */
  answer: SoughtAnswer | 'no_answer' | null;
  answeredAt: Date | null;
  /** What may be passed on, word for word: what they share, or their one message. Empty otherwise. */
  agreed: string;
  /** When the customer was given it. */
  sharedAt: Date | null;
}

/**
 * What the house knows of the person sought in a case. It stands apart from the case: what is published, searched,
 * counted, told or fed is made of the case alone and so knows nothing of it.
 */
export interface PersonSearch {
  appealId: string;
  /** Grows by one with every change; zero while nothing is known. */
  version: number;
  hints: Hint[];
  inquiries: Inquiry[];
}

/** @returns until when an answer is taken */
export function deadlineOf({ askedAt }: Pick<Inquiry, 'askedAt'>): Date {
  return new Date(askedAt.getTime() + answerDays * dayMs);
}

/** @returns whether an answer is still taken; the clock decides, even before anybody has written down that it is over */
export function isOpen(inquiry: Pick<Inquiry, 'askedAt' | 'answer'>, now: Date): boolean {
  return inquiry.answer === null && now < deadlineOf(inquiry);
}

/** @returns whether they agreed that something is passed on */
export function isAgreed({ answer }: Pick<Inquiry, 'answer'>): boolean {
  return answer === 'yes' || answer === 'message';
}

/** @returns whether nobody else is being asked, and nobody has agreed: one after the other */
export function mayAskSomebody({ inquiries }: Pick<PersonSearch, 'inquiries'>): boolean {
  return !inquiries.some((inquiry) => inquiry.answer === null || isAgreed(inquiry));
}

/** @returns whether somebody was asked before in this search: whatever they answered, they are not asked again */
export function wasAsked({ inquiries }: Pick<PersonSearch, 'inquiries'>, accountId: string): boolean {
  return inquiries.some(({ sought }) => sought === accountId);
}

/** @returns the search with an answer to one of its inquiries */
export function answered(
  search: PersonSearch,
  inquiryId: string,
  { answer, agreed, at }: { answer: NonNullable<Inquiry['answer']>; agreed: string; at: Date },
): PersonSearch {
  return changed(search, inquiryId, { answer, agreed, answeredAt: at });
}

/** @returns the search in which every question whose time is over counts as answered with no */
export function lapsed(search: PersonSearch, now: Date): PersonSearch {
  const over = search.inquiries.filter((inquiry) => inquiry.answer === null && !isOpen(inquiry, now));
  return over.reduce((after, { id }) => answered(after, id, { answer: 'no_answer', agreed: '', at: now }), search);
}

/** @returns the search in which what was agreed has been given to the customer; a second time changes nothing */
export function shared(search: PersonSearch, inquiryId: string, at: Date): PersonSearch {
  const before = search.inquiries.find(({ id }) => id === inquiryId);
  return before?.sharedAt ? search : changed(search, inquiryId, { sharedAt: at });
}

/** @returns what the customer may read: what was agreed to and given to them; null where there is nothing */
export function givenToCustomer({ inquiries }: Pick<PersonSearch, 'inquiries'>): Inquiry | null {
  return inquiries.find((inquiry) => isAgreed(inquiry) && inquiry.sharedAt !== null) ?? null;
}

/** @returns whether somebody has answered, or let the time go by, and the agent has not gone on from there */
export function awaitsNextStep({ inquiries }: Pick<PersonSearch, 'inquiries'>): boolean {
  const last = inquiries.at(-1);
  return last !== undefined && last.answer !== null && last.sharedAt === null;
}

/** @returns whether there are hints that came after somebody was last asked */
export function hasNewHints({ hints, inquiries }: Pick<PersonSearch, 'hints' | 'inquiries'>): boolean {
  const [hint, inquiry] = [hints.at(-1), inquiries.at(-1)];
  return hint !== undefined && (inquiry === undefined || hint.at > inquiry.askedAt);
}

function changed(search: PersonSearch, inquiryId: string, change: Partial<Inquiry>): PersonSearch {
  const inquiries = search.inquiries.map((one) => (one.id === inquiryId ? { ...one, ...change } : one));
  return { ...search, inquiries };
}
