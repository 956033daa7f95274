import type { Request, RequestHandler, Response } from 'express';
import { type Language, languages } from '../../domain/languages';
import { chooseLanguage, translator } from '../../i18n/translator';
import { newFormKey } from '../form-keys';
import { type Viewer, viewerView } from '../viewer';

/** Knows the viewer and gives the layout what it needs: `viewer`, `language`, `t`, `currentPath` and `formKey`. */
export const viewer: RequestHandler = (request, response, next) => {
  greet(request, response);
  next();
};

/** The same as a function, for pages about requests that never got this far. */
export function greet(request: Request, response: Response): void {
  request.viewer = viewerOf(request);
  response.locals.viewer = viewerView(request.viewer);
  response.locals.currentPath = request.path;
  response.locals.formKey = newFormKey();
  response.locals.renderedAt = Date.now();
  speak(request, response, request.viewer.language);
}

/** Answers this request in another language than the browser asked for. */
export function speak(request: Request, response: Response, language: Language): void {
  request.viewer = { ...request.viewer, language };
  Object.assign(response.locals, { language, t: translator(language) });
}

function viewerOf(request: Request): Viewer {
  const account = request.user;
  const language = chooseLanguage(account?.language, request.acceptsLanguages(...languages));
  if (!account) return { language, actor: undefined, name: '', roles: [] };
  const { kind, id, roles, name } = account;
  return { language, actor: { kind, id, roles }, name, roles };
}
