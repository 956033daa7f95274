import type { Appeal } from '../../../domain/appeal';
import { deadlineOf, type Inquiry, isAgreed, mayAskSomebody } from '../../../domain/person-search';
import { link, paths } from '../../../paths';
import { appealActionsFor } from '../appeal-actions';
import type { InquiryView, PersonView } from '../appeal-page';
import { paragraphs } from '../paragraphs';
import type { AgentReader } from './appeal';

type PersonReader = Pick<AgentReader, 'actor' | 'names' | 'personSearch'>;

/** What agents know of the person sought, and may do about it now; null where nobody is. */
export function personView(appeal: Appeal, reader: PersonReader): PersonView | null {
  const { actor, names, personSearch: search } = reader;
  if (!search) return null;
  const askAction = appealActionsFor(actor, appeal)('ask_sought');
  const shareable = askAction !== null;
  return {
    hints: search.hints.map(({ words, by, at }) => ({ words, byName: names.get(by) ?? '', at })).reverse(),
    inquiries: search.inquiries.map((inquiry) => inquiryView(appeal, inquiry, { names, shareable })).reverse(),
    askAction: mayAskSomebody(search) ? askAction : null,
  };
}

function inquiryView(
  { id }: Appeal,
  inquiry: Inquiry,
  { names, shareable }: { names: PersonReader['names']; shareable: boolean },
): InquiryView {
  return {
    soughtName: names.get(inquiry.sought) ?? '',
    askedByName: names.get(inquiry.askedBy) ?? '',
    askedAt: inquiry.askedAt,
    words: paragraphs(inquiry.words),
    state: inquiry.answer ?? 'open',
    until: inquiry.answer ? null : deadlineOf(inquiry),
    answeredAt: inquiry.answeredAt,
    agreed: paragraphs(inquiry.agreed),
    sharedAt: inquiry.sharedAt,
    shareAction: shareable && isAgreed(inquiry) ? link(paths.inquirySharing, { id, inquiryId: inquiry.id }) : null,
  };
}
