import { type Target, transition } from '../appeals/transition';
import type { Appeal } from '../domain/appeal';
import { type ThanksConsent, thanksConsent } from '../domain/thanks-consent';
import { InvalidInput } from '../errors';

/**
 * The customer no longer wants their thanks to be shown.
 * @param kept what they still agree to; nothing can be agreed to here that was not before
 * @throws InvalidInput when everything would stay as it is
 */
export async function withdrawConsent(target: Target, kept: ThanksConsent): Promise<Appeal> {
  return transition({
    ...target,
    action: 'withdraw_consent',
    apply: (appeal) => {
      const given = thanksConsent(appeal) ?? { shareable: false, publicUse: false };
      const left = {
        shareable: given.shareable && kept.shareable,
        publicUse: given.publicUse && kept.publicUse,
      };
      if (left.shareable === given.shareable && left.publicUse === given.publicUse)
        throw new InvalidInput('refusal.consentAsBefore', { consent: 'refusal.consentAsBefore' });
      return { fact: { type: 'consent_withdrawn', ...left } };
    },
  });
}
