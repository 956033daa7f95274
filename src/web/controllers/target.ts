import type { Request } from 'express';
import type { AccountTarget, CustomerTarget } from '../../appeals/transition';
import { actorOf } from '../viewer';
import { visitOf } from '../visit';
import { param } from './params';

/** @returns the case in the address of an employee's form, as they saw it */
export function targetOf(request: Request, seenVersion?: number): AccountTarget {
  return { ...targetAt(request, param(request, 'id')), seenVersion };
}

/** @returns the case an employee's form names, or has just opened */
export function targetAt(request: Request, appealId: string): AccountTarget {
  return { actor: actorOf(request), appealId, submission: request.submission };
}

/** @returns a customer's own case */
export function ownTarget(request: Request): CustomerTarget {
  const { actor } = visitOf(request);
  return { actor, appealId: actor.appealId, submission: request.submission };
}
