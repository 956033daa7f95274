import { createHash, randomInt } from 'node:crypto';
import type { Connection } from 'mongoose';
import { generateSecret, generateURI, verify } from 'otplib';
import { InvalidInput, NotFound } from '../errors';
import { createCounter } from '../limits/counter';
import { AccountModel } from '../models/account';
import type { Account } from './accounts';
import { verifyPassword } from './password';
import { createSeal } from './seal';

const codesEach = 10;
const codeLetters = 16;
/** Without letters that are taken for each other. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const offerMs = 30 * 60 * 1000;
/** A clock may be half a minute late or early. */
const toleranceSeconds = 30;
const refusal = 'signIn.code.wrong';

/** What somebody takes into their telephone and their drawer; shown until it is confirmed, and never again. */
export interface OfferedFactor {
  readonly secret: string;
  /** Each opens the door once, for whoever has lost the telephone. */
  readonly codes: readonly string[];
}

/** The second thing an account is protected by, besides its password: codes that a telephone makes. */
export interface SecondFactors {
  /** Begins setting it up. @throws InvalidInput when the password is wrong */
  offer(id: string, password: string): Promise<void>;
  /** @returns what was offered lately and not confirmed yet, and its address for telephones */
  offered(account: Account): Promise<(OfferedFactor & { readonly uri: string }) | undefined>;
  /** From now on codes are asked for. @returns false when nothing was offered. @throws InvalidInput when the code is wrong */
  confirm(account: Account, code: string): Promise<boolean>;
  /** Codes are not asked for any more. @throws InvalidInput when the password is wrong */
  remove(id: string, password: string): Promise<void>;
  /**
   * Takes a code of the telephone, or one of the drawer; each counts once.
   * @throws InvalidInput when it is wrong or was used; TooMany after too many of them
   */
  check(id: string, code: string): Promise<void>;
  /** @returns how many of the drawer's codes are left */
  codesLeft(id: string): Promise<number>;
}

/** @param secret the server's secret: what telephones know opens with it alone; @param issuer the name they show */
export function createSecondFactors(connection: Connection, secret: string, issuer: string): SecondFactors {
  const seal = createSeal<OfferedFactor>(secret, 'second factor');
  const attempts = createCounter(connection, 'code', { times: 5, seconds: 15 * 60 }, 'signIn.tooOften');

  async function offer(id: string, password: string): Promise<void> {
    await requirePassword(id, password);
    const fresh = { secret: generateSecret(), codes: Array.from({ length: codesEach }, recoveryCode) };
    const offeredFactor = { sealed: await seal.close(fresh), at: new Date() };
    await AccountModel.updateOne({ _id: id, secondFactor: null }, { $set: { offeredFactor } });
  }

  async function offered({ id, email }: Account) {
    const record = await AccountModel.findById(id, { offeredFactor: 1 }).lean();
    const waiting = record?.offeredFactor;
    if (!waiting || waiting.at.getTime() < Date.now() - offerMs) return undefined;
    const factor = await seal.open(waiting.sealed);
    return factor && { ...factor, uri: generateURI({ issuer, label: email, secret: factor.secret }) };
  }

  async function confirm(account: Account, code: string): Promise<boolean> {
    const factor = await offered(account);
    if (!factor) return false;
    const { id } = account;
    await attempts.count(id);
    const result = await verify({ secret: factor.secret, token: digits(code), epochTolerance: toleranceSeconds }).catch(
      () => undefined,
    );
    if (!result?.valid || !('timeStep' in result)) throw wrongCode();
    const sealed = await seal.close({ secret: factor.secret, codes: [] });
    const secondFactor = { sealed, step: result.timeStep, recovery: factor.codes.map(hashOf), since: new Date() };
    await AccountModel.updateOne({ _id: id }, { $set: { secondFactor, offeredFactor: null } });
    await attempts.forgiveAll(id);
    return true;
  }

  async function remove(id: string, password: string): Promise<void> {
    await requirePassword(id, password);
    await forgetSecondFactor(id);
  }

  async function check(id: string, code: string): Promise<void> {
    await attempts.count(id);
    if (!(await isTelephones(id, digits(code))) && !(await isFromDrawer(id, code))) throw wrongCode();
    await attempts.forgiveAll(id);
  }

  /** The step is written where the one before stands: of two who bring the same code one comes in. */
  async function isTelephones(id: string, token: string): Promise<boolean> {
    const record = await AccountModel.findById(id, { secondFactor: 1 }).lean();
    const kept = record?.secondFactor;
    const factor = kept ? await seal.open(kept.sealed) : undefined;
    if (!kept || !factor || !/^\d{6}$/.test(token)) return false;
    const given = { secret: factor.secret, token, epochTolerance: toleranceSeconds, afterTimeStep: kept.step };
    const result = await verify(given);
    if (!result.valid || !('timeStep' in result)) return false;
    const unused = { _id: id, 'secondFactor.step': kept.step };
    const { modifiedCount } = await AccountModel.updateOne(unused, { $set: { 'secondFactor.step': result.timeStep } });
    return modifiedCount === 1;
  }

  async function codesLeft(id: string): Promise<number> {
    const record = await AccountModel.findById(id, { 'secondFactor.recovery': 1 }).lean();
    return record?.secondFactor?.recovery.length ?? 0;
  }

  return { offer, offered, confirm, remove, check, codesLeft };
}

/** For an admin, when telephone and drawer are lost. @throws NotFound when there is no such account */
export async function forgetSecondFactor(id: string): Promise<void> {
  const nothing = { $set: { secondFactor: null, offeredFactor: null } };
  const { matchedCount } = await AccountModel.updateOne({ _id: id }, nothing);
  if (matchedCount === 0) throw new NotFound();
}

async function isFromDrawer(id: string, code: string): Promise<boolean> {
  const hash = hashOf(code);
  const unused = { _id: id, 'secondFactor.recovery': hash };
  const { modifiedCount } = await AccountModel.updateOne(unused, { $pull: { 'secondFactor.recovery': hash } });
  return modifiedCount === 1;
}

async function requirePassword(id: string, password: string): Promise<void> {
  const record = await AccountModel.findById(id, { passwordHash: 1, identity: 1 }).lean();
  if (!record || record.identity) throw new NotFound();
  if (!(await verifyPassword(password, record.passwordHash)))
    throw new InvalidInput('people.passwordWrong', { password: 'people.passwordWrong' });
}

function recoveryCode(): string {
  const drawn = Array.from({ length: codeLetters }, () => letters[randomInt(letters.length)]).join('');
  return drawn.replace(/(.{4})(?!$)/g, '$1-');
}

/** 79 bits that nobody chose need no slow hash. */
function hashOf(code: string): string {
  return createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest('hex');
}

function digits(code: string): string {
  return code.replace(/\s/g, '');
}

function wrongCode(): InvalidInput {
  return new InvalidInput(refusal, { code: refusal });
}
