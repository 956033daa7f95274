import type { Target } from '../../src/appeals/transition';
import type { AccountActor } from '../../src/domain/actor';
import type { Appeal } from '../../src/domain/appeal';
import type { Mailer } from '../../src/messages/mailer';
import type { Account } from '../../src/people/accounts';
import { type Answer, answerInquiry } from '../../src/sought/answer-inquiry';
import { askSought } from '../../src/sought/ask-sought';
import { personSearchOf } from '../../src/sought/person-search';
import { shareAgreed } from '../../src/sought/share-agreed';
import { by } from './cases';

/** The person is asked, and the mail lands nowhere. @returns the token in their link */
export async function asked(
  agent: AccountActor,
  appeal: Appeal,
  sought: Pick<Account, 'email'>,
  words = 'Somebody would like to thank you.',
  mailer: Mailer = async () => {},
): Promise<string> {
  let token = '';
  const inquiryUrlOf = (given: string) => {
    token = given;
    return `https://fundus.example/inquiry/${given}`;
  };
  const target: Target = { ...by(agent, appeal) };
  await askSought(target, { email: sought.email, words }, { mailer, inquiryUrlOf });
  return token;
}

/** The person is asked, and answers. @returns id of the question */
export async function answeredBy(
  agent: AccountActor,
  appeal: Appeal,
  sought: Pick<Account, 'email'>,
  answer: Answer,
  words?: string,
): Promise<string> {
  await answerInquiry(await asked(agent, appeal, sought, words), answer);
  return (await personSearchOf(appeal.id)).inquiries.at(-1)?.id ?? '';
}

/** What the person agreed to is given to the customer. */
export async function givenTo(
  agent: AccountActor,
  appeal: Appeal,
  sought: Pick<Account, 'email'>,
  agreed: string,
): Promise<void> {
  const id = await answeredBy(agent, appeal, sought, { answer: 'yes', agreed });
  await shareAgreed(by(agent, appeal), id);
}
