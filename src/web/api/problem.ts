import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { type AppError, InvalidInput, Unauthorized, Unavailable } from '../../errors';
import { hasText, translator } from '../../i18n/translator';
import { askToWait, logsFailures } from '../failures';
import { isKnownError, knownError } from '../known-errors';
import type { ProblemJson } from '../presenters/api/problem';

/** The one place where an error becomes an answer of the API: a problem as RFC 9457 has it, never a page. */
export function problems(logger: Logger, production: boolean): ErrorRequestHandler {
  const logged = logsFailures(logger, production);

  return (thrown: unknown, request, response, next) => {
    if (response.headersSent) return next(thrown);
    const error = knownError(thrown);
    if (!isKnownError(error)) return answer(response, unexpected(response, logged(error, request)));
    if (error instanceof Unavailable) logged(thrown, request);
    answer(response, problemOf(error, response));
  };
}

function problemOf(error: AppError, response: Response): ProblemJson {
  const t = translator(response.req.viewer.language);
  askToWait(response, error);
  if (error instanceof Unauthorized) response.set('WWW-Authenticate', 'Bearer realm="Fundus"');
  const fields = error instanceof InvalidInput ? Object.entries(error.fields) : [];
  return {
    type: 'about:blank',
    title: t(`error.title.${error.status}`),
    status: error.status,
    detail: t(forPrograms(error.key), error.values),
    code: error.key,
    ...(fields.length > 0 && { errors: fields.map(([field, key]) => ({ field, detail: t(key, error.values) })) }),
  };
}

function unexpected(response: Response, reference: string): ProblemJson {
  const t = translator(response.req.viewer.language);
  const detail = t('error.unexpected', { reference });
  return { type: 'about:blank', title: t('error.title.500'), status: 500, detail, code: 'error.unexpected' };
}

/** What is said of pages and forms is said otherwise to whoever has none. */
function forPrograms(key: string): string {
  const own = key.replace(/^error\./, 'api.');
  return own !== key && hasText('en', own) ? own : key;
}

function answer(response: Response, problem: ProblemJson): void {
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
