import type { Customer } from '../../../customers/customer';
import type { Appeal } from '../../../domain/appeal';
import type { Find } from '../../../domain/find';
import { type Translate, translator } from '../../../i18n/translator';
import { link, paths } from '../../../paths';
import { type QrView, qrView } from './qr';

/** What every sheet of paper has: the way back and its size, in the layout `print`. */
interface Paper {
  layout: 'print';
  /** Locale key. */
  paperTitle: string;
  backHref: string;
}

/** Lies with a find on its way to the agent's desk; for its finder, so nothing of the customer stands on it. */
export interface SlipPage extends Paper {
  appealTitle: string;
  pieces: number;
  finderName: string;
  to: { name: string; place: string };
  qr: QrView;
}

/** Sticks on the parcel to the customer; for agents alone. */
export interface LabelPage extends Paper {
  appealId: string;
  /** Null where nobody knows it, or the customer was erased; `name` is empty where the lines begin with it. */
  address: { name: string; lines: string } | null;
  from: string;
  /** Opens the page on which an agent says that it has arrived. */
  qr: QrView;
}

/** Lies in the parcel, in the customer's language. */
export interface PackingSlipPage extends Paper {
  customerLanguage: string;
  greeting: string;
  words: string;
  contents: string;
  thanks: string;
  /** Opens the customer's own page, where they say that it has arrived; null without a link. */
  qr: QrView | null;
  scan: string;
}

export function slipPage(
  appeal: Appeal,
  find: Find,
  who: Pick<SlipPage, 'finderName' | 'to'>,
  baseUrl: string,
): SlipPage {
  const received = link(paths.findReceipt, { id: appeal.id, findId: find.id });
  return {
    ...paper('print.slip.title', appeal),
    appealTitle: appeal.title,
    pieces: find.quantity,
    ...who,
    qr: qrView(baseUrl + received),
  };
}

/** @param from who sends it, as it stands on the label */
export function labelPage(appeal: Appeal, customer: Customer | null, from: string, baseUrl: string): LabelPage {
  const { name = '', address = '' } = customer ?? {};
  return {
    ...paper('print.label.title', appeal),
    appealId: appeal.id,
    address: address === '' ? null : { name: address.startsWith(name) ? '' : name, lines: address },
    from,
    qr: qrView(baseUrl + link(paths.delivery, { id: appeal.id })),
  };
}

/** @param statusUrl the customer's secret link; it lies in the parcel that is theirs, and never stands outside */
export function packingSlipPage(appeal: Appeal, customer: Customer | null, statusUrl: string | null): PackingSlipPage {
  const customerLanguage = customer?.language ?? 'de';
  const t = translator(customerLanguage);
  return {
    ...paper('print.packingSlip.title', appeal),
    customerLanguage,
    greeting: customer?.name ? t('print.packingSlip.greeting', { name: customer.name }) : t('print.packingSlip.hello'),
    words: t('print.packingSlip.words'),
    contents: contentsOf(appeal, t),
    thanks: t('print.packingSlip.thanks'),
    qr: statusUrl ? qrView(statusUrl) : null,
    scan: t('print.packingSlip.scan'),
  };
}

/** Of the last parcel or, before it is written down, the one thing that was sought. */
function contentsOf(appeal: Appeal, t: Translate): string {
  const quantity = appeal.shipments.at(-1)?.quantity ?? 1;
  return t('print.packingSlip.contents', { count: quantity, title: appeal.title });
}

function paper(paperTitle: string, { id }: Appeal): Paper {
  return { layout: 'print', paperTitle, backHref: link(paths.appeal, { id }) };
}
