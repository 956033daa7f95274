import { Types } from 'mongoose';
import { wordsIn } from '../domain/words/fold';
import { NotFound } from '../errors';
import { AccountModel } from '../models/account';
import { type Account, accountOf, findAccount } from './accounts';

const pageSize = 50;

/** Some accounts by name, and where the next ones begin; null at the end. */
export interface AccountsPage {
  readonly accounts: readonly Account[];
  readonly next: string | null;
  /** How many there are of those that were asked for. */
  readonly total: number;
}

/**
 * @param q words of a name or an address, or their beginnings; all of them must fit
 * @param after `next` of the page before; anything else starts at the beginning
 */
export async function accountsPage(q: string, after: string): Promise<AccountsPage> {
  const asked = matching(q);
  const [records, total] = await Promise.all([
    AccountModel.find({ $and: [asked, behind(after)] })
      .sort({ name: 1, _id: 1 })
      .limit(pageSize + 1)
      .lean(),
    AccountModel.countDocuments(asked),
  ]);
  const shown = records.slice(0, pageSize);
  const last = shown.at(-1);
  const next = last && records.length > pageSize ? `${last._id.toHexString()}.${last.name}` : null;
  return { accounts: shown.map(accountOf), next, total };
}

/** @returns those who administer */
export async function activeAdmins(): Promise<Account[]> {
  return (await AccountModel.find({ roles: 'admin', deactivatedAt: null }).lean()).map(accountOf);
}

/** @throws NotFound when there is no such account */
export async function accountFor(id: string): Promise<Account> {
  const account = await findAccount(id);
  if (!account) throw new NotFound();
  return account;
}

/** An address is a word of its own, so that all of it can be typed, too. */
function matching(q: string): Record<string, unknown> {
  const typed = q.trim().toLowerCase();
  const words = typed.includes('@') ? [typed] : wordsIn(typed).map(({ word }) => word);
  return words.length === 0 ? {} : { $and: words.map((word) => ({ words: { $regex: `^${escaped(word)}` } })) };
}

function behind(after: string): Record<string, unknown> {
  const [, id, name] = /^([0-9a-f]{24})\.(.{1,200})$/s.exec(after) ?? [];
  if (!id || !name) return {};
  return { $or: [{ name: { $gt: name } }, { name, _id: { $gt: new Types.ObjectId(id) } }] };
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
