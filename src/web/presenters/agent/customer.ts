import type { Customer } from '../../../customers/customer';
import type { Appeal } from '../../../domain/appeal';
import { link, paths } from '../../../paths';
import { appealActionsFor } from '../appeal-actions';
import type { CustomerView } from '../appeal-page';
import { paragraphs } from '../paragraphs';
import type { AgentReader } from './appeal';

/** The customer as agents see them. */
export function customerView(
  appeal: Appeal,
  customer: Customer,
  { actor, statusUrl, hearsBy }: Pick<AgentReader, 'actor' | 'statusUrl' | 'hearsBy'>,
): CustomerView {
  const action = appealActionsFor(actor, appeal);
  const isSent = ['found', 'collecting', 'at_desk', 'on_its_way'].includes(appeal.status) && appeal.kind !== 'person';
  return {
    name: customer.name,
    channelLabel: `channel.${appeal.channel}`,
    handle: customer.handle,
    email: customer.email,
    address: customer.address,
    languageLabel: `language.${customer.language}`,
    originalWords: paragraphs(customer.originalWords),
    labelHref: isSent ? link(paths.label, { id: appeal.id }) : null,
    packingSlipHref: isSent ? link(paths.packingSlip, { id: appeal.id }) : null,
    postUrl: customer.postUrl,
    statusUrl,
    statusExpiresAt: customer.statusLink?.expiresAt ?? null,
    hearsBy,
    renewAction: action('renew_link'),
    revokeAction: statusUrl ? action('revoke_link') : null,
  };
}
