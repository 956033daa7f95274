import type { Customer } from '../customers/customer';
import type { Appeal } from '../domain/appeal';
import { trackingLink } from '../domain/carriers';
import { channelFacts } from '../domain/channels';
import type { UpdateTemplate } from '../domain/update-template';
import { type Translate, translator } from '../i18n/translator';

/**
 * The text a status update starts from: the milestone's template in the customer's language, in few words where the
 * channel counts every letter.
 * @param statusUrl the customer's link; null when there is none
 */
export function textFor(
  template: UpdateTemplate,
  appeal: Appeal,
  customer: Customer,
  statusUrl: string | null,
): { subject: string; body: string } {
  const t = translator(customer.language);
  const subject = t('message.subject', { title: appeal.title });
  const parcel = template === 'shipped' ? parcelOf(appeal, t) : null;
  if (channelFacts[appeal.channel].counting === 'x') {
    const parts = [
      customer.handle && t('message.greeting.short', { handle: customer.handle }),
      t(`message.${template}.short`),
      parcel && t('message.tracking.short', parcel),
      statusUrl && t('message.link.short', { link: statusUrl }),
    ];
    return { subject, body: parts.filter(Boolean).join(' ') };
  }
  const parts = [
    t('message.greeting.long', { name: customer.name || t('message.noName') }),
    t(`message.${template}.long`),
    parcel && t('message.tracking.long', parcel),
    statusUrl && t('message.link.long', { link: statusUrl }),
    t('message.closing.long'),
  ];
  return { subject, body: parts.filter(Boolean).join('\n\n') };
}

/** @returns what is said of the latest parcel; null where it cannot be followed */
function parcelOf(appeal: Appeal, t: Translate) {
  const shipment = appeal.shipments.at(-1);
  const tracking = shipment && trackingLink(shipment.carrier, shipment.trackingNumber);
  if (!tracking) return null;
  return { carrier: t(`carrier.${shipment.carrier}`), trackingNumber: shipment.trackingNumber, tracking };
}
