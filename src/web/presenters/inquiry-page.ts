import { deadlineOf, soughtAnswers } from '../../domain/person-search';
import type { Translate } from '../../i18n/translator';
import { link, paths } from '../../paths';
import type { InquiryVisit } from '../../sought/inquiry-by';
import { type FormState, type Option, options } from './option';
import { paragraphs } from './paragraphs';

/**
 * What somebody reads who is asked whether they are the person sought. Fields: answer (one of `soughtAnswers`), shared,
 * message. Once they have answered, nothing of it is shown again.
 */
export interface InquiryPage {
  heading: string;
  /** Null once they have answered. */
  answerAction: string | null;
  askedByName: string;
  /** By paragraphs. */
  words: string[];
  /** Until when an answer is taken. */
  until: Date | null;
  answers: Option[];
  form: FormState;
}

/** What the page needs besides the question. */
export interface InquiryReader {
  token: string;
  askedByName: string;
  form: FormState;
  t: Translate;
}

export function inquiryPage(
  { inquiry, open }: Pick<InquiryVisit, 'inquiry' | 'open'>,
  { token, askedByName, form, t }: InquiryReader,
): InquiryPage {
  if (!open) {
    const nothing = { answerAction: null, askedByName: '', words: [], until: null, answers: [] };
    return { ...nothing, heading: t('inquiry.answered'), form };
  }
  return {
    heading: t('inquiry.title'),
    answerAction: link(paths.inquiryAnswer, { token }),
    askedByName,
    words: paragraphs(inquiry.words),
    until: deadlineOf(inquiry),
    answers: options(soughtAnswers, 'inquiry.choice', form.values.answer),
    form,
  };
}
