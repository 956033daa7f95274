import type { RequestHandler, Response } from 'express';
import type { AccountActor } from '../../domain/actor';
import { countUnread } from '../../notices/find-notices';

/**
 * Gives the layout what the bell counts, `bell`; asked for when a page is rendered, and not for a photo, a redirect, or a
 * piece of a page, which has no layout.
 */
export const bell: RequestHandler = (request, response, next) => {
  const { actor } = request.viewer;
  if (actor) countBeforeRendering(actor, response);
  next();
};

function countBeforeRendering(actor: AccountActor, response: Response): void {
  const render = response.render.bind(response) as (...args: unknown[]) => void;
  response.render = (...args: unknown[]) => {
    if (isPiece(args[1])) return render(...args);
    // Even a page about a store that does not answer is rendered; then without a number.
    const counted = countUnread(actor).catch(() => 0);
    void counted.then((count) => {
      response.locals.bell = count;
      render(...args);
    });
  };
}

function isPiece(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'layout' in options && options.layout === false;
}
