import { allowedActions } from '../../../domain/allowed-actions';
import type { Appeal } from '../../../domain/appeal';
import { approvalOf } from '../../../domain/approval';
import { paths } from '../../../paths';
import { type PublishedView, publishedView } from '../colleague/published';
import { statusPhoto } from './status-photo';
import type { ActionHref } from './wishes';

/** What colleagues see or would see, for the customer to agree to. Actions are addresses, null where not theirs now. */
export interface ApprovalView {
  /** Locale key of what is asked or said. */
  words: string;
  /** What they agree to: sent back with the form. */
  version: number;
  preview: PublishedView;
  agreeAction: string | null;
  /** Field: words. */
  changesAction: string | null;
  withdrawAction: string | null;
}

/** @returns null where nobody asked for the customer's agreement */
export function approvalView(
  appeal: Appeal,
  { token, hrefOf }: { token: string; hrefOf: ActionHref },
): ApprovalView | null {
  const approval = approvalOf(appeal);
  if (approval === 'unasked') return null;
  const allowed = allowedActions({ kind: 'customer', appealId: appeal.id }, appeal);
  return {
    words: `customer.approval.${approval}`,
    version: appeal.version,
    preview: publishedView(appeal, (photo) => statusPhoto(token, photo)),
    agreeAction: allowed.includes('approve') ? hrefOf(paths.statusApproval) : null,
    changesAction: allowed.includes('wish_changes') ? hrefOf(paths.statusChanges) : null,
    withdrawAction: allowed.includes('withdraw_approval') ? hrefOf(paths.statusApprovalWithdrawal) : null,
  };
}
