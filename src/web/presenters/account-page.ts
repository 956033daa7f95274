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
  /** Whether it is the admin's own, which may lock them out. */
  own: boolean;
  rolesAction: string;
  roles: Option[];
  inviteAction: string;
  /** Ends the use of the account, or lets it begin again. */
  switchAction: string;
  form: FormState;
}

/** @param form fresh, or the one that was refused */
export function accountPage(account: Account, viewer: AccountActor, form: FormState): AccountPage {
  const { id: accountId, name, email, place, active } = account;
  return {
    name,
    email,
    place,
    active,
    own: accountId === viewer.id,
    rolesAction: link(paths.accountRoles, { accountId }),
    roles: roleOptions(form.errors.length > 0 && form.values.roles ? form.values.roles : account.roles),
    inviteAction: link(paths.accountInvitation, { accountId }),
    switchAction: link(active ? paths.accountDeactivation : paths.accountReactivation, { accountId }),
    form,
  };
}
