import type { Customer } from '../customers/customer';
import { type Appeal, searchOf } from '../domain/appeal';
import { trackingLink } from '../domain/carriers';
import { type Channel, channelFacts } from '../domain/channels';
import { fillPlaceholders, type TextPiece } from '../domain/text-pieces';
import type { UpdateTemplate } from '../domain/update-template';
import { type Translate, translator } from '../i18n/translator';
import type { HouseText } from './house-texts';

/** What an update is about, and how it is written. */
export interface Writing {
  template: UpdateTemplate;
  channel: Channel;
  /** The house's texts in the customer's language. */
  texts: ReadonlyMap<TextPiece, HouseText>;
  /** The customer's link; null when there is none. */
  statusUrl: string | null;
  /** Such as `^an`; closes the text where everybody can read along. */
  signOff: string;
}

/**
 * The text a status update starts from: the milestone's template in the customer's language, in few words where the
 * channel counts every letter. Where everybody can read along, their name in the channel says whom it is for,
 * and their link is left out.
 */
export function textFor(appeal: Appeal, customer: Customer, writing: Writing): { subject: string; body: string } {
  const t = translator(customer.language);
  const { template, statusUrl, texts } = writing;
  const { style, open } = channelFacts[writing.channel];
  const short = style === 'short';
  const parcel = template === 'shipped' ? parcelOf(appeal, t) : null;
  const facts = { search: searchIn(appeal, t), name: customer.name || t('message.noName'), title: appeal.title };
  const say = (name: UpdateTemplate | 'greeting' | 'tracking' | 'link', values: Record<string, string | number>) =>
    fillPlaceholders(texts.get(`${name}.${style}`)?.text ?? '', values);
  const parts = [
    short ? open && customer.handle && say('greeting', { handle: customer.handle }) : say('greeting', facts),
    say(template, facts),
    parcel && say('tracking', parcel),
    !open && statusUrl && say('link', { link: statusUrl }),
    !short && fillPlaceholders(texts.get('closing.long')?.text ?? '', facts),
    open && writing.signOff,
  ];
  return {
    subject: t('message.subject', { title: appeal.title }),
    body: parts
      .filter(Boolean)
      .join(short ? ' ' : '\n\n')
      .replace(/ {2,}/g, ' '),
  };
}

/** @returns what is said of the latest parcel; null where it cannot be followed */
function parcelOf(appeal: Appeal, t: Translate) {
  const shipment = appeal.shipments.at(-1);
  const tracking = shipment && trackingLink(shipment.carrier, shipment.trackingNumber);
  if (!tracking) return null;
  return { carrier: t(`carrier.${shipment.carrier}`), trackingNumber: shipment.trackingNumber, tracking };
}

/** @returns the real counts of the search as a sentence; empty while nobody has helped */
function searchIn(appeal: Appeal, t: Translate): string {
  const { colleagues, places } = searchOf(appeal);
  if (colleagues === 0) return '';
  const where = places === 0 ? '' : t('message.search.places', { count: places });
  return t('message.search.colleagues', { count: colleagues, where });
}
