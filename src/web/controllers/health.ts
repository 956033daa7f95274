import type { RequestHandler } from 'express';
import type { Connection } from 'mongoose';

/** For whoever restarts a process that hangs: it answers. */
export const showHealth: RequestHandler = (_request, response) => {
  response.type('text/plain').send('ok');
};

/** For whoever sends requests here: 200 when the store answers, 503 when not. Tells nothing else. */
export function readinessController(connection: Connection): RequestHandler {
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
