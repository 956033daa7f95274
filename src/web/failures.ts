import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { type AppError, TooMany, Unavailable } from '../errors';
import { traceOf } from '../trace';

/** Writes a fault of a request into the log, and gives the number under which it is found there. */
export type LogFailure = (fault: unknown, request: Request) => string;

export function logsFailures(logger: Logger, production: boolean): LogFailure {
  return (fault, { method, route }) => {
    const reference = randomBytes(4).toString('hex');
    logger.error({ reference, method, route: route?.path, ...traceOf(fault, production) }, 'request failed');
    return reference;
  };
}

/** Says when it may be tried again, where an error tells. */
export function askToWait(response: Response, error: AppError): void {
  if (error instanceof TooMany || error instanceof Unavailable) response.set('Retry-After', String(error.seconds));
}
