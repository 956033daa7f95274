import type { Request, RequestHandler } from 'express';
import { appealFor } from '../appeals/find-appeals';
import { standingReason } from '../audit/standing-reason';
import { type AccountActor, isAgent } from '../domain/actor';
import type { Appeal } from '../domain/appeal';
import type { AuditAction, GivenReason } from '../domain/audit';
import { isOwnCase } from '../domain/own-case';
import { Forbidden } from '../errors';
import { link, paths } from '../paths';
import type { Services } from '../services';
import { param } from './controllers/params';
import { seeOther } from './page';
import { recordReading } from './recording';
import { actorOf } from './viewer';

/** How somebody came to read a customer's data; without a reason where the case is their own. */
export interface Access {
  readonly reason: GivenReason | undefined;
}

/** @returns how the viewer may read what is the customer's in this case; null when they may not, or not yet */
export function accessTo(request: Request, appeal: Appeal): Promise<Access | null> {
  return accessOf(actorOf(request), appeal);
}

/** The same by whoever it is. */
export async function accessOf(actor: AccountActor, appeal: Appeal): Promise<Access | null> {
  if (!isAgent(actor)) return null;
  if (isOwnCase(actor.id, appeal)) return { reason: undefined };
  const choice = await standingReason(actor.id, appeal.id);
  return choice && { reason: { choice, words: '' } };
}

/** Made of the handlers of pages that show a customer's data: asks for the reason first, and puts the reading on record. */
export type Reading = (action: AuditAction, handler: RequestHandler) => RequestHandler;

/** @param services of which the audit is taken when it is needed: the table of routes is also read without any */
export function readingWith(services: Pick<Services, 'audit'>): Reading {
  return (action, handler) => async (request, response, next) => {
    const appeal = await appealFor(actorOf(request), param(request, 'id'));
    const access = await accessTo(request, appeal);
    if (!access && request.method === 'POST') throw new Forbidden('error.reasonFirst');
    if (!access) return seeOther(response, askingWhy(appeal.id, request.originalUrl));
    await recordReading(services.audit, request, action, appeal.id, access);
    await handler(request, response, next);
  };
}

/** The case's own page, which asks; then it goes on to where somebody wanted to go. */
export function askingWhy(id: string, next: string): string {
  return `${link(paths.appeal, { id })}?${new URLSearchParams({ next })}#reason`;
}
