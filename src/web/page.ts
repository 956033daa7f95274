import type { Response } from 'express';
import { translator } from '../i18n/translator';
import { type FlashTone, takeFlash } from './flash';

/** What the layout gets as `flash`, if anything. */
export interface FlashView {
  readonly text: string;
  readonly tone: FlashTone;
}

/**
 * Renders a page into the layout. The flash is taken here and not earlier: only a page that is shown uses it up, not a
 * photo or a redirect on the way.
 * @param view file under `views/`, without its ending
 * @param page what the view gets; its presenter's or controller's exported interface
 */
export function showPage(response: Response, view: string, page: object): void {
  response.locals.flash = flashView(response);
  for (const name of Object.keys(page)) {
    if (name in response.locals) throw new Error(`the page's "${name}" would hide the layout's`);
  }
  response.render(view, page);
}

/**
 * Answers a POST: the browser gets the next page with a GET, so that a reload repeats nothing.
 * A browser goes there as soon as it has read the head of the answer, which express-session sends before it saves; so
 * a sentence for the next page is saved first. Should that fail, the session is saved, and the fault reported, as usual.
 */
export function seeOther(response: Response, path: string): void {
  const { session } = response.req;
  if (session?.flash) session.save(() => response.redirect(303, path));
  else response.redirect(303, path);
}

function flashView(response: Response): FlashView | undefined {
  const { req: request } = response;
  const kept = takeFlash(request);
  return kept && { text: translator(request.viewer.language)(kept.key, kept.values), tone: kept.tone };
}
