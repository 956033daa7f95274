import { answered, isOpen, type SoughtAnswer } from '../domain/person-search';
import { Conflict } from '../errors';
import { inquiryBy } from './inquiry-by';
import { changeSearch } from './person-search';

/** What somebody answers, and the very words that may be passed on; none with a no. */
export interface Answer {
  answer: SoughtAnswer;
  agreed: string;
}

/**
 * Whoever is asked answers, once.
 * @throws NotFound when the link opens nothing (any more)
 * @throws Conflict when they have answered already
 */
export async function answerInquiry(token: string, { answer, agreed }: Answer, now = new Date()): Promise<void> {
  const { appealId, inquiry } = await inquiryBy(token, now);
  await changeSearch(appealId, (search) => {
    const stands = search.inquiries.find(({ id }) => id === inquiry.id);
    if (!stands || !isOpen(stands, now)) throw new Conflict('conflict.answered');
    return answered(search, inquiry.id, { answer, agreed: answer === 'no' ? '' : agreed, at: now });
  });
}
