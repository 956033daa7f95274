import type { Request } from 'express';
import type { Target } from '../../appeals/transition';
import type { AccountActor, CustomerActor } from '../../domain/actor';
import { actorOf } from '../viewer';
import { visitOf } from '../visit';
import { param } from './params';

/** Which case an employee wants changed, and by which form. */
export type AccountTarget = Target & { actor: AccountActor };

/** @returns the case in the address of a form, or another one, and who sent it */
export function targetOf(request: Request, seenVersion?: number, appealId = param(request, 'id')): AccountTarget {
  return { actor: actorOf(request), appealId, seenVersion, submission: request.submission };
}

/** What a customer wants changed of their own case, and by which form. */
export type OwnTarget = Target & { actor: CustomerActor };

/** @returns the case of a customer's page, and the form they sent */
export function ownTarget(request: Request): OwnTarget {
  const { actor } = visitOf(request);
  return { actor, appealId: actor.appealId, submission: request.submission };
}
