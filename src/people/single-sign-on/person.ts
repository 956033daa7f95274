import { z } from 'zod';
import type { Role } from '../../domain/actor';
import { type Language, languages } from '../../domain/languages';
import { normalEmail } from '../accounts';
import type { ProviderOptions } from './options';
import type { Claims } from './provider';

/** What the provider says of somebody, in our words. What it does not say is undefined. */
export interface Person {
  readonly identity: { readonly issuer: string; readonly subject: string };
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** Whether the provider knows that the address is theirs. */
  readonly emailVerified: boolean;
  readonly place: string | undefined;
  readonly language: Language | undefined;
  /** Undefined where roles are given here. */
  readonly roles: readonly Role[] | undefined;
}

type Rules = Pick<ProviderOptions, 'groupsClaim' | 'agentGroups' | 'adminGroups' | 'placeClaim' | 'trustEmail'>;

const names = { name: 80, place: 120, email: 200 };

/** @param claims of an ID token, and what the provider tells beside it */
export function personOf(claims: Claims, rules: Rules): Person {
  return {
    identity: { issuer: claims.iss, subject: claims.sub },
    name: textOf(claims.name, names.name) ?? fullName(claims) ?? textOf(claims.preferred_username, names.name),
    email: emailOf(claims.email),
    emailVerified: rules.trustEmail || claims.email_verified === true,
    place: rules.placeClaim === undefined ? undefined : textOf(claims[rules.placeClaim], names.place),
    language: languageOf(claims.locale),
    roles: rolesOf(claims[rules.groupsClaim], rules),
  };
}

function fullName({ given_name, family_name }: Claims): string | undefined {
  const parts = [given_name, family_name].filter((part) => typeof part === 'string');
  return textOf(parts.join(' '), names.name);
}

function emailOf(claim: unknown): string | undefined {
  const { success, data } = z.email().max(names.email).safeParse(claim);
  return success ? normalEmail(data) : undefined;
}

function languageOf(claim: unknown): Language | undefined {
  return languages.find((language) => typeof claim === 'string' && claim.toLowerCase().startsWith(language));
}

/** Whoever is in none of the groups, or of whom nothing is said, is an employee and nothing more. */
function rolesOf(claim: unknown, { agentGroups, adminGroups }: Rules): readonly Role[] | undefined {
  if (agentGroups.length + adminGroups.length === 0) return undefined;
  const groups = [claim].flat();
  const isIn = (some: readonly string[]) => some.some((group) => groups.includes(group));
  return [
    'employee',
    ...(isIn(agentGroups) ? (['agent'] as const) : []),
    ...(isIn(adminGroups) ? (['admin'] as const) : []),
  ];
}

/** @returns one line without control characters; undefined where there is none */
function textOf(claim: unknown, longest: number): string | undefined {
  if (typeof claim !== 'string') return undefined;
  const line = claim
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longest);
  return line === '' ? undefined : line;
}
