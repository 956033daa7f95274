import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { Conflict, Unavailable } from '../../errors';
import { translator } from '../../i18n/translator';
import { paths } from '../../paths';
import { askToWait, logsFailures } from '../failures';
import { isKnownError, knownError } from '../known-errors';
import { showPage } from '../page';
import type { EventView } from '../presenters/timeline-view';
import { senderPath } from '../sender-path';
import { type TypedText, typedTexts } from '../typed-texts';
import type { Viewer } from '../viewer';
import { readWords } from './read-words';
import { greet } from './viewer';

/** View `errors/error`. Everything is finished text. */
export interface ErrorPage {
  status: number;
  heading: string;
  sentence: string;
  /** What happened meanwhile, oldest first; only of a conflict. */
  since: readonly EventView[];
  /** What the request carried, so that it can be copied. */
  typed: readonly TypedText[];
  /** The page before, or the board; null for customers who come from outside, who have no board. */
  backHref: string | null;
}

/** Turns what happened meanwhile into what this viewer may read of it. */
export type PresentSince = (conflict: Conflict, viewer: Viewer) => Promise<readonly EventView[]>;

export interface ErrorHandlerOptions {
  readonly logger: Logger;
  readonly production: boolean;
  readonly presentSince: PresentSince;
}

/** The one place where an error becomes a status and a page. */
export function errorHandler({ logger, production, presentSince }: ErrorHandlerOptions): ErrorRequestHandler {
  const logged = logsFailures(logger, production);

  return async (thrown: unknown, request, response, next) => {
    if (response.headersSent) return next(thrown);
    if (!request.viewer) greet(request, response);
    const error = knownError(thrown);
    if (!isKnownError(error)) {
      return answer(response, 500, 'error.unexpected', { values: { reference: logged(error, request) } });
    }
    if (error instanceof Unavailable) {
      logged(thrown, request);
      await readWords(request, response);
    }
    askToWait(response, error);
    const since = error instanceof Conflict ? await presentSince(error, request.viewer) : [];
    answer(response, error.status, error.key, { values: error.values, since });
  };
}

interface Details {
  values: Readonly<Record<string, string | number>>;
  since?: readonly EventView[];
}

function answer(response: Response, status: number, key: string, { values, since = [] }: Details): void {
  const { req: request } = response;
  const t = translator(request.viewer.language);
  const page: ErrorPage = {
    status,
    heading: t(`error.title.${status}`),
    sentence: t(key, values),
    since,
    typed: typedTexts(request),
    backHref: senderPath(request) ?? (response.locals.layout === 'status' ? null : paths.board),
  };
  response.status(status);
  showPage(response, 'errors/error', page);
}
