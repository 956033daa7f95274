import { appealAllowing } from '../appeals/appeal-allowing';
import { type Target, transition } from '../appeals/transition';
import { type AccountActor, accountOf } from '../domain/actor';
import { AppError } from '../errors';
import { CustomerModel, type LinkEvent, type StatusLink } from '../models/customer';
import type { StatusLinks } from './status-links';

/** An event not written within this time was left behind by a crash. */
const pendingMs = 60_000;

const actionOf = { status_link_renewed: 'renew_link', status_link_revoked: 'revoke_link' } as const;

/** Makes a new secret link for the customer; the old one opens nothing any more. */
export function renewStatusLink(target: Target, links: StatusLinks): Promise<void> {
  return changeLink(target, 'status_link_renewed', links.issue());
}

/** Takes the customer's secret link away. */
export function revokeStatusLink(target: Target): Promise<void> {
  return changeLink(target, 'status_link_revoked', null);
}

/**
 * The link comes first: a link that should open nothing any more must not outlive a crash. The customer's record
 * remembers the event until it is written.
 */
async function changeLink(target: Target, type: LinkEvent['type'], statusLink: StatusLink | null): Promise<void> {
  await appealAllowing(target, actionOf[type]);
  const linkEvent = { type, by: accountOf(target.actor), at: new Date() };
  await CustomerModel.updateOne({ appeal: target.appealId }, { $set: { statusLink, linkEvent } });
  await writeEvent(target, linkEvent);
}

/** Writes the events of links that a crash has left unwritten. */
export async function finishLinkEvents(): Promise<void> {
  const left = await CustomerModel.find({ 'linkEvent.at': { $lt: new Date(Date.now() - pendingMs) } }).lean();
  for (const { appeal, linkEvent } of left) {
    const actor: AccountActor = { kind: 'account', id: linkEvent?.by ?? '', roles: ['agent'] };
    if (linkEvent) await writeEvent({ actor, appealId: appeal }, linkEvent);
  }
}

async function writeEvent(target: Target, { type, at }: LinkEvent): Promise<void> {
  try {
    await transition({
      ...target,
      action: actionOf[type],
      apply: ({ timeline }) => {
        // The same event since then was written by whoever fell over, or by another who mends.
        if (timeline.some((event) => event.type === type && event.at >= at))
          throw new AlreadyWritten('conflict.notNow');
        return { fact: { type } };
      },
    });
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error;
  }
  await CustomerModel.updateOne({ appeal: target.appealId, 'linkEvent.at': at }, { $set: { linkEvent: null } });
}

class AlreadyWritten extends AppError {
  readonly status = 409;
}
