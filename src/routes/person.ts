import { paths } from '../paths';
import type { Services } from '../services';
import type { Command } from '../web/controllers/command';
import { inquiryController } from '../web/controllers/inquiry';
import { personController } from '../web/controllers/person';
import { agent, signedIn } from '../web/guards';
import { byInquiryLink } from '../web/inquiry-link';
import { get, post, type Route } from './route';

export function personRoutes(command: Command, services: Services): Route[] {
  const person = personController(command, services);
  return [
    post(paths.hints, signedIn, person.hint),
    post(paths.inquiries, agent, person.ask),
    post(paths.inquirySharing, agent, person.share),
    get(paths.inquiry, byInquiryLink, inquiryController.show),
    post(paths.inquiryAnswer, byInquiryLink, inquiryController.answer),
  ];
}
