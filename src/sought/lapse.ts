import { answered, lapsed, type PersonSearch } from '../domain/person-search';
import { PersonSearchModel } from '../models/person-search';
import { changeSearch } from './person-search';

/**
 * Writes down that questions nobody has answered in time count as answered with no.
 * @param now the hour it is
 */
export async function lapseInquiries(now = new Date()): Promise<void> {
  await changeThose({ answer: null }, (search) => lapsed(search, now));
}

/** Somebody never wants to be sought: what they are asked at this moment counts as answered with no. */
export async function leaveSearches(accountId: string, now = new Date()): Promise<void> {
  await changeThose({ answer: null, sought: accountId }, (search) =>
    search.inquiries
      .filter(({ sought, answer }) => sought === accountId && answer === null)
      .reduce((after, { id }) => answered(after, id, { answer: 'no', agreed: '', at: now }), search),
  );
}

async function changeThose(
  inquiry: { answer: null; sought?: string },
  decide: (search: PersonSearch) => PersonSearch,
): Promise<void> {
  const records = await PersonSearchModel.find({ inquiries: { $elemMatch: inquiry } }, { appeal: 1 }).lean();
  for (const { appeal } of records) await changeSearch(appeal, decide);
}
