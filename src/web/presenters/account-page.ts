import type { AccountActor } from '../../domain/actor';
import { link, paths } from '../../paths';
import type { Account } from '../../people/accounts';
import { roleOptions } from './accounts-page';
import type { FormState, Option } from './option';

/** One account, for admins. Field: roles. */
export interface AccountPage {
  name: string;
  email: string;
  place: string;
  active: boolean;
  /** The identity provider lets them in, and names them. */
  external: boolean;
  /** Whether it is the admin's own, which may lock them out. */
  own: boolean;
  rolesAction: string;
  roles: Option[];
  /** Null where they have no password here. */
  inviteAction: string | null;
  /** Takes the second factor away; null where there is none. */
  factorAction: string | null;
  /** Ends the use of the account, or lets it begin again. */
  switchAction: string;
  form: FormState;
}

/** @param passwords whether anybody signs in with one; @param form fresh, or the one that was refused */
export function accountPage(account: Account, viewer: AccountActor, passwords: boolean, form: FormState): AccountPage {
  const { id: accountId, name, email, place, active, external } = account;
  return {
    name,
    email,
    place,
    active,
    external,
    own: accountId === viewer.id,
    rolesAction: link(paths.accountRoles, { accountId }),
    roles: roleOptions(form.errors.length > 0 && form.values.roles ? form.values.roles : account.roles),
    inviteAction: external || !passwords ? null : link(paths.accountInvitation, { accountId }),
    factorAction: account.secondFactor ? link(paths.accountSecondFactorEnd, { accountId }) : null,
    switchAction: link(active ? paths.accountDeactivation : paths.accountReactivation, { accountId }),
    form,
  };
}
