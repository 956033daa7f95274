import type { AccountActor } from '../../src/domain/actor';
import { type ApiScope, scopesFor } from '../../src/domain/api-scopes';
import type { Services } from '../../src/services';

/** @returns a token for all its account may do, or for these scopes alone */
export async function tokenFor(
  { apiTokens }: Pick<Services, 'apiTokens'>,
  account: AccountActor,
  scopes: readonly ApiScope[] = scopesFor(account),
): Promise<string> {
  return apiTokens.secretOf(await apiTokens.make(account, { name: 'Test', scopes, days: 30 }));
}
