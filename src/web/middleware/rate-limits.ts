import type { Request, RequestHandler } from 'express';
import type { Connection } from 'mongoose';
import { type Counter, createCounter } from '../../limits/counter';
import type { Guard } from '../guards';
import { readWords } from './read-words';

/** The class of a route. Reading the board is not counted: it changes nothing, and needs an account. */
export type RateLimits = (route: { method: 'get' | 'post'; guard: Guard }) => RequestHandler[];

export interface RateLimitOptions {
  /** How often one account may change something. */
  readonly writesPerMinute: number;
  /** How often one address may ask for pages behind secret links, right ones and guessed ones. */
  readonly statusRequestsPerMinute: number;
}

const seconds = 60;

/** Where people come without an account. */
const outside: readonly Guard['name'][] = ['statusLink', 'inquiryLink', 'publicClaims'];

/** How often somebody may come, by class of route. The door counts for itself, by failures. */
export function createRateLimits(connection: Connection, options: RateLimitOptions): RateLimits {
  const counter = (name: string, times: number) => createCounter(connection, name, { times, seconds }, 'error.tooMany');
  const writes = counting(counter('write', options.writesPerMinute), ({ viewer }) => viewer.actor?.id);
  const visits = counting(counter('status', options.statusRequestsPerMinute), ({ ip }) => ip);

  return ({ method, guard }) => {
    if (outside.includes(guard.name)) return [customersLayout, visits];
    return method === 'post' && guard.name !== 'anyone' ? [writes] : [];
  };
}

/** Whoever is refused behind such a link sees nothing of the house either. */
const customersLayout: RequestHandler = (_request, response, next) => {
  response.locals.layout = 'status';
  next();
};

/** @param whoOf nobody is not counted: that is the guard's to send away */
function counting(counter: Counter, whoOf: (request: Request) => string | undefined): RequestHandler {
  return async (request, response, next) => {
    const who = whoOf(request);
    try {
      if (who !== undefined) await counter.count(who);
    } catch (refusal) {
      await readWords(request, response);
      throw refusal;
    }
    next();
  };
}
