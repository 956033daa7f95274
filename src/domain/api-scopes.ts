import { type AccountActor, isAgent } from './actor';

/** What a token may be used for; what its account may not do, it may not either. */
export const apiScopes = [
  'appeals:read',
  'appeals:write',
  'customers:read',
  'finds:read',
  'finds:write',
  'shipments:read',
  'shipments:write',
  'updates:read',
  'updates:write',
  'spares:read',
  'spares:write',
  'events:read',
] as const;
export type ApiScope = (typeof apiScopes)[number];

/** Of no use to anybody but agents. */
const forAgents: readonly ApiScope[] = [
  'appeals:write',
  'customers:read',
  'shipments:read',
  'shipments:write',
  'updates:read',
  'updates:write',
];

/** @returns the scopes that could be of use to an account */
export function scopesFor(actor: AccountActor): ApiScope[] {
  return apiScopes.filter((scope) => isAgent(actor) || !forAgents.includes(scope));
}
