import type { Customer } from '../../../customers/customer';
import type { Appeal } from '../../../domain/appeal';
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
  return {
    name: customer.name,
    channelLabel: `channel.${appeal.channel}`,
    handle: customer.handle,
    email: customer.email,
    address: customer.address,
    languageLabel: `language.${customer.language}`,
    originalWords: paragraphs(customer.originalWords),
    postUrl: customer.postUrl,
    statusUrl,
    statusExpiresAt: customer.statusLink?.expiresAt ?? null,
    hearsBy,
    renewAction: action('renew_link'),
    revokeAction: statusUrl ? action('revoke_link') : null,
  };
}
