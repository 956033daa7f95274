import { appealAllowing } from '../appeals/appeal-allowing';
import { type Target, transition } from '../appeals/transition';
import { isAgreed, shared } from '../domain/person-search';
import { NotFound } from '../errors';
import { changeSearch } from './person-search';

/**
 * Gives the customer what the person sought has agreed to, word for word: it stands on their page from then on. The
 * record comes first: should we fall over in between, only the event is missing, and doing it again writes it.
 * @throws NotFound when nobody has agreed to anything by that id
 * @throws LostRace when the case does not allow it (any more)
 */
export async function shareAgreed(target: Target, inquiryId: string, now = new Date()): Promise<void> {
  await appealAllowing(target, 'share_contact');
  await changeSearch(target.appealId, (search) => {
    const inquiry = search.inquiries.find(({ id }) => id === inquiryId);
    if (!inquiry || !isAgreed(inquiry)) throw new NotFound();
    return shared(search, inquiryId, now);
  });
  await transition({ ...target, action: 'share_contact', apply: () => ({ fact: { type: 'contact_shared' } }) });
}
