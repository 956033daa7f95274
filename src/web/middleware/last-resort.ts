import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { traceOf } from '../../trace';

/** When even the error page cannot be shown: a sentence without any view, language or session. */
export function lastResort(logger: Logger, production: boolean): ErrorRequestHandler {
  return (thrown: unknown, _request, response, next) => {
    logger.error(traceOf(thrown, production), 'error page failed');
    if (response.headersSent) return next(thrown);
    response.status(500).type('text/plain').send('Da ist etwas schiefgegangen. / Something went wrong.');
  };
}
