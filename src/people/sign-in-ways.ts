import type { GoesOn } from './session-key';
import type { SingleSignOn } from './single-sign-on/single-sign-on';

/** How people may sign in. */
export interface SignInWays {
  /** With a password that is kept here. */
  readonly local: boolean;
  /** Undefined where there is no identity provider. */
  readonly singleSignOn: SingleSignOn | undefined;
}

/** @returns says of a sign-in whether it goes on: in a way that is still open, and by the provider's word of late */
export function goesOnBy({ local, singleSignOn }: SignInWays): GoesOn {
  return async (signIn) => {
    if (!signIn.provided) return local;
    return singleSignOn ? singleSignOn.goesOn(signIn) : false;
  };
}
