import type { Customer } from '../../customers/customer';
import type { Appeal } from '../../domain/appeal';
import { type Channel, channelFacts, channels } from '../../domain/channels';
import { templatesFor, type UpdateTemplate } from '../../domain/update-template';
import { fillingOf, fits } from '../../messages/text-length';
import { link, paths } from '../../paths';
import type { FilterLink, FormState } from './option';
import { type UpdatePreview, updatePreview } from './update-preview';

/** The composer of a status update. Fields: template, channel, version (hidden), subject (mail), body, intent. */
export interface UpdatePage {
  appealHref: string;
  /** Where the page says that it is open. */
  presenceAction: string;
  title: string;
  action: string;
  version: number;
  /** The milestones' templates; choosing one loads it. `template` is the current one's name. */
  templates: FilterLink[];
  template: string;
  channel: string;
  channelLabel: string;
  /** Buttons that take what was typed along. */
  tabs: { channel: string; label: string; icon: string; current: boolean }[];
  /** `mail`: sent by us; `manual`: copied and posted by the agent; `note`: of a call. */
  delivery: 'mail' | 'manual' | 'note';
  /** The customer's name in the channel, or e-mail address. */
  recipient: string;
  /** Language the customer reads, locale key. */
  languageLabel: string;
  /** BCP 47 tag for the `lang` attribute of the fields. */
  customerLanguage: string;
  limit: number | null;
  counting: 'x' | 'sms' | 'plain';
  /** Whether there is anything to count: some channels take any length. */
  counted: boolean;
  /** Length of the text as it stands, in the channel's counting. */
  length: number;
  /** Posts of a thread, or segments of a short message. */
  parts: number;
  encoding: string | null;
  tooLong: boolean;
  /** The customer's link, to be sent to them alone where everybody reads the text; null elsewhere. */
  linkToCopy: string | null;
  /** Mails need an address. */
  missingRecipient: boolean;
  preview: UpdatePreview;
  form: FormState;
}

/** What is being composed. */
export interface Composed {
  template: UpdateTemplate;
  channel: Channel;
}

/**
 * @param statusUrl the customer's link; null when there is none
 * @param form the text as it stands: from the template, or as it came back
 */
export function updatePage(
  appeal: Appeal,
  customer: Customer,
  statusUrl: string | null,
  composed: Composed,
  form: FormState,
): UpdatePage {
  const { channel, template } = composed;
  const body = String(form.values.body ?? '');
  const newUpdate = link(paths.newUpdate, { id: appeal.id });
  const { delivery, limit, counting, open } = channelFacts[channel];
  const recipient = recipientOf(channel, customer);
  return {
    appealHref: link(paths.appeal, { id: appeal.id }),
    presenceAction: link(paths.presence, { id: appeal.id }),
    title: appeal.title,
    action: link(paths.updates, { id: appeal.id }),
    version: appeal.version,
    templates: templatesFor(appeal).map((name) => ({
      label: `update.template.${name}`,
      href: `${newUpdate}?template=${name}&channel=${channel}`,
      current: name === template,
    })),
    template,
    channel,
    channelLabel: `channel.${channel}`,
    tabs: channels.map((name) => ({
      channel: name,
      label: `channel.${name}`,
      icon: channelFacts[name].icon,
      current: name === channel,
    })),
    delivery,
    recipient,
    languageLabel: `language.${customer.language}`,
    customerLanguage: customer.language,
    limit,
    counting,
    counted: counting !== 'plain' || limit !== null,
    ...fillingOf(channel, body),
    tooLong: !fits(channel, body),
    linkToCopy: open ? statusUrl : null,
    missingRecipient: delivery === 'mail' && recipient === '',
    preview: updatePreview(channel, String(form.values.subject ?? ''), body),
    form,
  };
}

function recipientOf(channel: Channel, customer: Customer): string {
  return channelFacts[channel].delivery === 'mail' ? customer.email : customer.handle || customer.name;
}
