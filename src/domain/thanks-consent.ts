import type { Appeal } from './appeal';

/** What a customer agreed to have done with their thanks. */
export interface ThanksConsent {
  /** All colleagues may read them. */
  shareable: boolean;
  /** We may show them outside the company. */
  publicUse: boolean;
}

/** @returns what the customer agrees to by now; null while they have not thanked */
export function thanksConsent({ timeline }: Pick<Appeal, 'timeline'>): ThanksConsent | null {
  const last = timeline.findLast(({ type }) => type === 'customer_thanked' || type === 'consent_withdrawn');
  if (last?.type !== 'customer_thanked' && last?.type !== 'consent_withdrawn') return null;
  return { shareable: last.shareable, publicUse: last.publicUse };
}
