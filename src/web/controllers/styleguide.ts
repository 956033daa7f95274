import type { RequestHandler } from 'express';
import { NotFound } from '../../errors';
import type { Services } from '../../services';
import { showPage } from '../page';
import { styleguidePage } from '../presenters/styleguide-page';

/** The components, for whoever builds pages; in production there is no such page. */
export function styleguideController(services: Services): RequestHandler {
  return (_request, response) => {
    if (services.config.production) throw new NotFound();
    showPage(response, 'styleguide/styleguide', styleguidePage(new Date()));
  };
}
