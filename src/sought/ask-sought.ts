import { randomBytes, randomUUID } from 'node:crypto';
import { appealAllowing } from '../appeals/appeal-allowing';
import { LostRace } from '../appeals/lost-race';
import type { Target } from '../appeals/transition';
import { hashOf } from '../customers/status-links';
import { accountOf } from '../domain/actor';
import { type Inquiry, mayAskSomebody, type PersonSearch, wasAsked } from '../domain/person-search';
import { InvalidInput } from '../errors';
import type { Mailer } from '../messages/mailer';
import { type Account, findAccountByEmail } from '../people/accounts';
import { inquiryMail } from './inquiry-mail';
import { changeSearch } from './person-search';

/** Who may be the one, and what they are to read. */
export interface Question {
  email: string;
  words: string;
}

/** What asking needs. */
export interface AskingTools {
  mailer: Mailer;
  /** Address of the page on which they answer. */
  inquiryUrlOf: (token: string) => string;
}

/**
 * Asks a colleague who may be the person sought, by a link that stands in one mail alone: the token is kept nowhere.
 * Whoever cannot be asked is not told apart: an address nobody has, an account out of use, somebody who never wants to
 * be sought, and somebody who was asked before.
 * @throws InvalidInput when they cannot be asked, or the mail was not taken; then nobody was asked
 * @throws LostRace when nobody is sought (any more), or somebody else is being asked
 */
export async function askSought(target: Target, { email, words }: Question, tools: AskingTools): Promise<void> {
  const appeal = await appealAllowing(target, 'ask_sought');
  const account = await findAccountByEmail(email);
  if (!account?.active || account.neverSought) throw cannotBeAsked();
  const token = randomBytes(32).toString('base64url');
  const inquiry = newInquiry(account, words, accountOf(target.actor), hashOf(token));
  await changeSearch(appeal.id, (search) => {
    if (!mayAskSomebody(search)) throw new LostRace(appeal, target.seenVersion);
    if (wasAsked(search, account.id)) throw cannotBeAsked();
    return { ...search, inquiries: [...search.inquiries, inquiry] };
  });
  await sendOrTakeBack(appeal.id, account, inquiry, tools.inquiryUrlOf(token), tools.mailer);
}

/** A question nobody has got was not asked. */
async function sendOrTakeBack(
  appealId: string,
  account: Account,
  inquiry: Inquiry,
  url: string,
  mailer: Mailer,
): Promise<void> {
  try {
    await mailer(inquiryMail(account, inquiry, url));
  } catch {
    await changeSearch(appealId, (search) => without(search, inquiry));
    throw new InvalidInput('refusal.mailNotTaken', { email: 'refusal.mailNotTaken' });
  }
}

function without(search: PersonSearch, { id }: Inquiry): PersonSearch {
  return { ...search, inquiries: search.inquiries.filter((one) => one.id !== id) };
}

function newInquiry({ id: sought }: Account, words: string, askedBy: string, tokenHash: string): Inquiry {
  const open = { answer: null, answeredAt: null, agreed: '', sharedAt: null };
  return { id: randomUUID(), sought, askedBy, askedAt: new Date(), words, tokenHash, ...open };
}

function cannotBeAsked(): InvalidInput {
  return new InvalidInput('refusal.cannotBeAsked', { email: 'refusal.cannotBeAsked' });
}
