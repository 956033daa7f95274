import { type Target, transition } from '../appeals/transition';
import { CustomerModel } from '../models/customer';
import type { StatusLinks } from './status-links';

/** Makes a new secret link for the customer; the old one opens nothing any more. */
export async function renewStatusLink(target: Target, links: StatusLinks): Promise<void> {
  await transition({ ...target, action: 'renew_link', apply: () => ({ fact: { type: 'status_link_renewed' } }) });
  await CustomerModel.updateOne({ appeal: target.appealId }, { $set: { statusLink: links.issue() } });
}

/** Takes the customer's secret link away. */
export async function revokeStatusLink(target: Target): Promise<void> {
  await transition({ ...target, action: 'revoke_link', apply: () => ({ fact: { type: 'status_link_revoked' } }) });
  await CustomerModel.updateOne({ appeal: target.appealId }, { $set: { statusLink: null } });
}
