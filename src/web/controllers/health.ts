import type { RequestHandler } from 'express';
import type { Connection } from 'mongoose';

/** For whoever watches over the process: 200 when the store answers, 503 when not. Tells nothing else. */
export function healthController(connection: Connection): RequestHandler {
  return async (_request, response) => {
    const alive = await connection.db?.command({ ping: 1 }).then(
      () => true,
      () => false,
    );
    response
      .status(alive ? 200 : 503)
      .type('text/plain')
      .send(alive ? 'ok' : 'store unreachable');
  };
}
