import type { AccountActor } from '../../domain/actor';
import { isAllowed } from '../../domain/allowed-actions';
import { link, paths } from '../../paths';
import type { ErasurePreview } from '../../retention/erasure-preview';
import { type Holdings, holdings } from '../../retention/holdings';
import type { FormState } from './option';

/** View `appeals/erasure`: what goes with a customer, and what stays. Sentences are locale keys with their number. */
export interface ErasurePage {
  appealTitle: string;
  appealHref: string;
  version: number;
  goes: { label: string; count: number }[];
  stays: { label: string; count: number }[];
  others: { title: string; href: string }[];
  /** For the customer to keep; null where they are erased already. */
  dataAction: string | null;
  /** Null while the case goes on. */
  eraseAction: string | null;
  form: FormState;
}

interface Reader {
  actor: AccountActor;
  form: FormState;
  /** How long backups are kept. */
  backupDays: number;
}

export function erasurePage(preview: ErasurePreview, { actor, form, backupDays }: Reader): ErasurePage {
  const { appeal, goes, others } = preview;
  const { id } = appeal;
  return {
    appealTitle: appeal.title,
    appealHref: link(paths.appeal, { id }),
    version: appeal.version,
    goes: goingLines(goes),
    stays: stayingLines(preview, backupDays),
    others: others.map((other) => ({ title: other.title, href: link(paths.erasure, { id: other.id }) })),
    dataAction: appeal.customerErasedAt ? null : link(paths.customerData, { id }),
    eraseAction: isAllowed(actor, appeal, 'erase_customer') ? link(paths.erasure, { id }) : null,
    form,
  };
}

function goingLines(goes: Holdings): ErasurePage['goes'] {
  return holdings.flatMap((what) => {
    const count = goes[what] ?? 0;
    return count > 0 ? [{ label: `erasure.goes.${what}`, count }] : [];
  });
}

function stayingLines({ spares, mails, posts, chats }: ErasurePreview, backupDays: number): ErasurePage['stays'] {
  const counted = Object.entries({ spares, mails, posts, chats }).filter(([, count]) => count > 0);
  return [
    { label: 'erasure.stays.numbers', count: 1 },
    ...counted.map(([what, count]) => ({ label: `erasure.stays.${what}`, count })),
    { label: 'erasure.stays.backups', count: backupDays },
  ];
}
