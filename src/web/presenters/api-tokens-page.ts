import type { AccountActor } from '../../domain/actor';
import { scopesFor } from '../../domain/api-scopes';
import { link, paths } from '../../paths';
import type { ApiToken } from '../../people/find-api-tokens';
import { type FormState, type Option, options } from './option';

/** A token as a row of a list; whose it is, where not all are one's own. */
export interface TokenRow {
  name: string;
  ownerName: string | null;
  ownerHref: string | null;
  scopes: readonly string[];
  createdAt: Date;
  expiresAt: Date;
  expired: boolean;
  /** The day it was last used on. */
  usedOn: Date | null;
  endAction: string;
}

/** View `profile/tokens`. Fields: name, scopes (checkboxes), days. */
export interface ApiTokensPage {
  heading: string;
  tokens: TokenRow[];
  /** The new one in the clear; null but right after it was made. */
  secret: string | null;
  action: string;
  scopes: Option[];
  days: Option[];
  form: FormState;
}

/** View `admin/tokens`. */
export interface AllTokensPage {
  heading: string;
  tokens: TokenRow[];
}

/** What somebody's own programs may do. */
export function apiTokensPage(
  actor: AccountActor,
  tokens: readonly ApiToken[],
  secret: string | null,
  { heading, days, form }: { heading: string; days: readonly string[]; form: FormState },
): ApiTokensPage {
  return {
    heading,
    tokens: tokens.map((token) => tokenRow(token, link(paths.apiTokenEnd, { tokenId: token.id }))),
    secret,
    action: paths.apiTokens,
    scopes: scopesFor(actor).map((value) => ({
      value,
      label: `token.scope.${value.replace(':', '.')}`,
      selected: [form.values.scopes ?? []].flat().includes(value),
    })),
    days: options(days, 'token.days', form.values.days ?? '90'),
    form,
  };
}

/** Everybody's, for admins. */
export function allTokensPage(
  tokens: readonly ApiToken[],
  names: ReadonlyMap<string, string>,
  heading: string,
): AllTokensPage {
  const row = (token: ApiToken): TokenRow => ({
    ...tokenRow(token, link(paths.allApiTokensEnd, { tokenId: token.id })),
    ownerName: names.get(token.account) ?? '',
    ownerHref: link(paths.account, { accountId: token.account }),
  });
  return { heading, tokens: tokens.map(row) };
}

function tokenRow({ name, scopes, createdAt, expiresAt, usedOn }: ApiToken, endAction: string): TokenRow {
  const expired = expiresAt <= new Date();
  return { name, ownerName: null, ownerHref: null, scopes, createdAt, expiresAt, expired, usedOn, endAction };
}
