import { link, paths } from '../../paths';
import type { AccountsPage } from '../../people/find-accounts';
import { type FormState, type Option, options } from './option';

/** All accounts, by name. Fields of a new one: name, email, roles. */
export interface AccountsListPage {
  /** What was looked for. */
  q: string;
  total: number;
  accounts: { href: string; name: string; email: string; place: string; roleLabels: string[]; active: boolean }[];
  nextHref: string | null;
  /** Back to the first page; null when this is it. */
  firstHref: string | null;
  /** Whether accounts are opened here. */
  invites: boolean;
  roles: Option[];
  form: FormState;
}

/** @param form fresh, or the new account's that was refused */
export function accountsListPage(
  { accounts, next, total }: AccountsPage,
  { q, after }: { q: string; after: string },
  invites: boolean,
  form: FormState,
): AccountsListPage {
  const hrefOf = (from: string) =>
    `${paths.accounts}?${new URLSearchParams({ ...(q && { q }), ...(from && { after: from }) })}`;
  return {
    q,
    total,
    accounts: accounts.map(({ id, name, email, place, roles, active }) => ({
      href: link(paths.account, { accountId: id }),
      name,
      email,
      place,
      roleLabels: roles.filter((role) => role !== 'employee').map((role) => `common.role.${role}`),
      active,
    })),
    nextHref: next && hrefOf(next),
    firstHref: after ? hrefOf('') : null,
    invites,
    roles: roleOptions(form.values.roles),
    form,
  };
}

/** What an account can be besides an employee's. @param chosen one role or several */
export function roleOptions(chosen: unknown): Option[] {
  const held = [chosen].flat();
  return options(['agent', 'admin'], 'common.role').map((role) => ({ ...role, selected: held.includes(role.value) }));
}
