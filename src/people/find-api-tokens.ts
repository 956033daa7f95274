import type { AccountActor } from '../domain/actor';
import { ApiTokenModel, type ApiTokenRecord } from '../models/api-token';

/** A token as its owner and admins see it. */
export type ApiToken = Pick<ApiTokenRecord, 'account' | 'name' | 'scopes' | 'createdAt' | 'expiresAt' | 'usedOn'> & {
  id: string;
};

/** Admins look through no more at once. */
const mostShown = 500;

/** @returns an account's tokens, the newest first */
export function apiTokensOf({ id }: AccountActor): Promise<ApiToken[]> {
  return tokens({ account: id });
}

/** @returns everybody's tokens, the newest first */
export function allApiTokens(): Promise<ApiToken[]> {
  return tokens({});
}

async function tokens(filter: Record<string, string>): Promise<ApiToken[]> {
  const records = await ApiTokenModel.find(filter, { hash: 0 })
    .sort({ createdAt: -1, _id: -1 })
    .limit(mostShown)
    .lean();
  return records.map(({ _id, ...rest }) => ({ ...rest, id: _id.toHexString() }));
}
