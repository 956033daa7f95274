import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from '../../metrics/metrics';

declare global {
  namespace Express {
    interface Request {
      /** Set by `requestLog`; the same in the log and in the audit. */
      number: string;
    }
  }
}

/**
 * One line for each answered request: method, the route's pattern, status and time. Never the address itself, who asked,
 * or what was sent, so that a log may be kept and read by people who may not see a case.
 * @param metrics counts the same, where metrics are wanted
 */
export function requestLog(logger: Logger, metrics: Metrics | undefined): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    request.number = randomUUID();
    response.once('close', () => {
      const seconds = (performance.now() - began) / 1000;
      const answered = { method: request.method, route: patternOf(request), status: response.statusCode };
      metrics?.record({ ...answered, seconds });
      const { number } = request;
      logger.info(
        { ...answered, number, ms: Math.round(seconds * 1000), whole: response.writableFinished },
        'answered',
      );
    });
    next();
  };
}

function patternOf(request: Request): string {
  const pattern: unknown = request.route?.path;
  return typeof pattern === 'string' ? pattern : 'none';
}
