import MongoStore from 'connect-mongo';
import type { RequestHandler } from 'express';
import expressSession from 'express-session';
import type { Connection } from 'mongoose';
import { rarelyMs, signedInSeconds } from '../../people/sign-ins';

export interface SessionOptions {
  readonly connection: Connection;
  readonly secret: string;
  readonly production: boolean;
}

/** Sessions in the store. One lasts a working day from the last request on; visitors who leave nothing get none. */
export function session({ connection, secret, production }: SessionOptions): RequestHandler {
  return expressSession({
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
}
