import type { Connection } from 'mongoose';
import { createCounter } from '../../limits/counter';

const seconds = 60;
/** Tokens that open nothing, from one address. */
const guessesPerMinute = 30;

/** How often programs may come. What they change counts with what their account changes by hand. */
export function createApiLimits(connection: Connection, requestsPerMinute: number, writesPerMinute: number) {
  const counter = (name: string, times: number) => createCounter(connection, name, { times, seconds }, 'error.tooMany');
  return {
    requests: counter('api', requestsPerMinute),
    guesses: counter('token', guessesPerMinute),
    writes: counter('write', writesPerMinute),
  };
}
