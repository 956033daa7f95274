import type { Customer } from '../../../customers/customer';
import type { AppealAction } from '../../../domain/actions';
import { addressInPart } from '../../../domain/address-in-part';
import type { Appeal } from '../../../domain/appeal';
import { type ThanksConsent, thanksConsent } from '../../../domain/thanks-consent';
import { paths } from '../../../paths';

/** What a customer may decide on their status page; null where a decision is not theirs now. Actions are addresses. */
export interface Wishes {
  address: {
    /** By lines, in part alone: others might look at the page. Empty where we know none. */
    lines: string[];
    confirmAction: string | null;
    correctAction: string;
  } | null;
  consent: (ThanksConsent & { action: string }) | null;
  withdrawAction: string | null;
  dataAction: string;
  deletionAction: string | null;
}

/** Where the form of a path of customers posts to. */
export type ActionHref = (pattern: ActionPath) => string;

type ActionPath = Exclude<
  Extract<(typeof paths)[keyof typeof paths], `/status/:token/${string}`>,
  typeof paths.statusPhoto | typeof paths.statusWaitingPhotoFile
>;

/**
 * @param allowed what the customer may do now
 * @param hrefOf the address of an action, with the customer's token
 */
export function wishes(
  appeal: Appeal,
  customer: Pick<Customer, 'address'>,
  allowed: readonly AppealAction[],
  hrefOf: ActionHref,
): Wishes {
  const ifAllowed = (action: AppealAction, pattern: ActionPath) => (allowed.includes(action) ? hrefOf(pattern) : null);
  const consent = thanksConsent(appeal);
  const consentAction = ifAllowed('withdraw_consent', paths.statusConsent);
  return {
    address: addressWish(customer.address, ifAllowed),
    consent: consent && consentAction ? { ...consent, action: consentAction } : null,
    withdrawAction: ifAllowed('withdraw_request', paths.statusWithdrawal),
    dataAction: hrefOf(paths.statusData),
    deletionAction: ifAllowed('request_deletion', paths.statusDeletion),
  };
}

function addressWish(
  address: string,
  ifAllowed: (action: AppealAction, pattern: ActionPath) => string | null,
): Wishes['address'] {
  const correctAction = ifAllowed('correct_address', paths.statusAddress);
  if (!correctAction) return null;
  const lines = address === '' ? [] : addressInPart(address).split('\n');
  const confirmAction = address === '' ? null : ifAllowed('confirm_address', paths.statusAddressConfirmation);
  return { lines, confirmAction, correctAction };
}
