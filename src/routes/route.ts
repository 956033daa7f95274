import type { RequestHandler } from 'express';
import type { paths } from '../paths';
import type { Guard } from '../web/guards';

/** One URL: who may enter, and what happens there. A route without a guard does not compile. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: (typeof paths)[keyof typeof paths];
  readonly guard: Guard;
  readonly handlers: readonly RequestHandler[];
}

export function get(path: Route['path'], guard: Guard, ...handlers: RequestHandler[]): Route {
  return { method: 'get', path, guard, handlers };
}

export function post(path: Route['path'], guard: Guard, ...handlers: RequestHandler[]): Route {
  return { method: 'post', path, guard, handlers };
}
