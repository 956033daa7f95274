import type { Customer } from '../../customers/customer';
import type { Appeal } from '../../domain/appeal';
import { type Channel, channelFacts } from '../../domain/channels';
import { type UpdateTemplate, updateTemplates } from '../../domain/update-template';
import { textLength } from '../../messages/text-length';
import { link, paths } from '../../paths';
import type { FilterLink, FormState } from './option';

/** The composer of a status update. Fields: template (hidden), subject (mail only), body, version (hidden). */
export interface UpdatePage {
  appealHref: string;
  title: string;
  action: string;
  version: number;
  /** The milestones' templates; choosing one loads it. `template` is the current one's name. */
  templates: FilterLink[];
  template: string;
  channel: string;
  channelLabel: string;
  /** `mail`: sent by us; `manual`: copied and posted by the agent. */
  delivery: 'mail' | 'manual';
  /** The customer's name in the channel, or e-mail address. */
  recipient: string;
  /** Language the customer reads, locale key. */
  languageLabel: string;
  /** BCP 47 tag for the `lang` attribute of the fields. */
  customerLanguage: string;
  limit: number | null;
  counting: 'x' | 'plain';
  /** Length of the text as it stands, in the channel's counting. */
  length: number;
  /** Mails need an address. */
  missingRecipient: boolean;
  form: FormState;
}

/** @param form the text as it stands: from the template, or as it came back */
export function updatePage(appeal: Appeal, customer: Customer, template: UpdateTemplate, form: FormState): UpdatePage {
  const { channel } = appeal;
  const { delivery, limit, counting } = channelFacts[channel];
  const recipient = recipientOf(channel, customer);
  return {
    appealHref: link(paths.appeal, { id: appeal.id }),
    title: appeal.title,
    action: link(paths.updates, { id: appeal.id }),
    version: appeal.version,
    templates: updateTemplates.map((name) => ({
      label: `update.template.${name}`,
      href: `${link(paths.newUpdate, { id: appeal.id })}?template=${name}`,
      current: name === template,
    })),
    template,
    channel,
    channelLabel: `channel.${channel}`,
    delivery,
    recipient,
    languageLabel: `language.${customer.language}`,
    customerLanguage: customer.language,
    limit,
    counting,
    length: textLength(channel, String(form.values.body ?? '')),
    missingRecipient: delivery === 'mail' && recipient === '',
    form,
  };
}

function recipientOf(channel: Channel, customer: Customer): string {
  return channelFacts[channel].delivery === 'mail' ? customer.email : customer.handle || customer.name;
}
