import { paths } from '../../paths';
import type { SignInWays } from '../../people/sign-in-ways';
import type { FormState } from './option';

/** View `sign-in/sign-in`. Fields: email, password, next (hidden); values never hold the password. */
export interface SignInPage {
  /** Null where nobody signs in with a password. */
  action: string | null;
  /** Where people sign in with the account they have elsewhere; null where there is no such place. */
  elsewhereHref: string | null;
  form: FormState;
}

export function signInPage(form: FormState, { local, singleSignOn }: SignInWays): SignInPage {
  const elsewhere = `${paths.singleSignOn}?${new URLSearchParams({ next: String(form.values.next ?? '') })}`;
  return { action: local ? paths.signIn : null, elsewhereHref: singleSignOn ? elsewhere : null, form };
}
