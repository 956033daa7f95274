import type { Request } from 'express';
import { chooseLanguage } from '../i18n/translator';
import { type InquiryVisit, inquiryBy } from '../sought/inquiry-by';
import type { Guard } from './guards';
import { speak } from './middleware/viewer';

declare global {
  namespace Express {
    interface Request {
      /** Set by the guard `byInquiryLink`. */
      inquiry?: InquiryVisit;
    }
  }
}

/** Somebody who is asked whether they are the person sought, by the token in the address; without signing in. */
export const byInquiryLink: Guard = {
  name: 'inquiryLink',
  check: async (request, response, next) => {
    response.locals.layout = 'status';
    response.locals.footer = 'inquiry.footer';
    const { token } = request.params;
    request.inquiry = await inquiryBy(typeof token === 'string' ? token : '');
    const { language } = request.inquiry.account;
    speak(request, response, chooseLanguage(language ?? request.viewer.language));
    next();
  },
};

/**
 * The question behind a request.
 * @throws Error when the route lacks its guard
 */
export function inquiryOf(request: Request): InquiryVisit {
  if (!request.inquiry) throw new Error('a controller for somebody who is sought was reached without a guard');
  return request.inquiry;
}
