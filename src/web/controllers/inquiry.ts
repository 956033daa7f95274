import type { Request, Response } from 'express';
import { translator } from '../../i18n/translator';
import { link, paths } from '../../paths';
import { namesOf } from '../../people/accounts';
import { answerInquiry } from '../../sought/answer-inquiry';
import { flash } from '../flash';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { answerForm } from '../forms/person';
import { inquiryOf } from '../inquiry-link';
import { seeOther, showPage } from '../page';
import { inquiryPage } from '../presenters/inquiry-page';
import type { FormState } from '../presenters/option';
import { param } from './params';

/** Whoever may be the person sought reads the question, which changes nothing, and answers once. */
export const inquiryController = {
  show: showing(show),
  answer: showingAgain(show, async (request, response) => {
    const token = param(request, 'token');
    await answerInquiry(token, parseForm(answerForm, request.body));
    flash(request, 'flash.inquiryAnswered');
    seeOther(response, link(paths.inquiry, { token }));
  }),
};

async function show(request: Request, response: Response, form: FormState): Promise<void> {
  const visit = inquiryOf(request);
  const { askedBy } = visit.inquiry;
  const askedByName = (await namesOf([askedBy])).get(askedBy) ?? '';
  const t = translator(request.viewer.language);
  showPage(response, 'inquiry/show', inquiryPage(visit, { token: param(request, 'token'), askedByName, form, t }));
}
