import MongoStore from 'connect-mongo';
import type { RequestHandler } from 'express';
import expressSession from 'express-session';
import type { Connection } from 'mongoose';
import { rarelyMs, signedInSeconds } from '../../people/sign-ins';

export interface SessionOptions {
  readonly connection: Connection;
  /** Told when a session could not be kept after the answer had begun. */
  readonly onError: (error: unknown) => void;
  readonly secret: string;
  readonly production: boolean;
}

/**
 * Sessions in the store. One lasts a working day from the last request on; visitors who leave nothing get none.
 * A session is kept while the answer is sent. Should that fail, the answer is true all the same: Express would cut it off.
 */
export function session({ connection, secret, production, onError }: SessionOptions): RequestHandler {
  const keepSession = expressSession({
    // The prefix makes browsers refuse the cookie from subdomains and without TLS.
    name: production ? '__Host-fundus' : 'fundus',
    secret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure: production, path: '/', maxAge: signedInSeconds * 1000 },
    store: MongoStore.create({
      client: connection.getClient(),
      dbName: connection.name,
      collectionName: 'sessions',
      ttl: signedInSeconds,
      touchAfter: rarelyMs / 1000,
    }),
  });
  return (request, response, next) =>
    keepSession(request, response, (error?: unknown) => {
      if (error !== undefined && response.headersSent) onError(error);
      else next(error);
    });
}
