export const carriers = ['dhl', 'hermes', 'dpd', 'gls', 'ups', 'other'] as const;
export type Carrier = (typeof carriers)[number];

/** The carriers' public tracking pages; the number is appended percent-encoded. */
const trackingPages: Record<Exclude<Carrier, 'other'>, string> = {
  dhl: 'https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode=',
  hermes: 'https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#',
  dpd: 'https://tracking.dpd.de/status/de_DE/parcel/',
  gls: 'https://gls-group.com/DE/de/paketverfolgung?match=',
  ups: 'https://www.ups.com/track?tracknum=',
};

/**
 * @param carrier who carries the parcel
 * @param trackingNumber as typed by the sender; spaces are ignored
 * @returns https address of the carrier's tracking page, or null when there is none to build
 */
export function trackingLink(carrier: Carrier | null, trackingNumber: string): string | null {
  const number = trackingNumber.replace(/\s+/g, '');
  if (carrier === null || carrier === 'other' || number === '') return null;
  return trackingPages[carrier] + encodeURIComponent(number);
}
