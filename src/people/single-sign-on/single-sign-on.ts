import { AppError, Unavailable } from '../../errors';
import { SignInModel, type SignInRecord } from '../../models/sign-in';
import type { Account } from '../accounts';
import { createSeal } from '../seal';
import { readLogoutToken } from './logout-token';
import type { ProviderOptions } from './options';
import { personOf } from './person';
import { type Asked, createProvider, type Provider, type Tokens } from './provider';
import { broughtUpToDate, welcome } from './welcome';

/** By the provider's word, which is asked for again and again; while it cannot be, the last word counts this long. */
const graceMs = 15 * 60 * 1000;
/** The provider has answered by then, or does not. */
const askingMs = 30_000;

/** Whoever came from the provider, and what their sign-in keeps of it. */
export interface Welcomed {
  readonly account: Account;
  readonly provided: NonNullable<SignInRecord['provided']>;
}

type Provided = SignInRecord & { _id: { toHexString(): string } };

/** Signing in with an account elsewhere in the house. */
export interface SingleSignOn {
  readonly ask: Provider['ask'];
  /** @throws AppError, whose key says to whoever came why they cannot come in */
  receive(current: URL, asked: Asked): Promise<Welcomed>;
  /** @returns whether a sign-in goes on; asks the provider when its last word is too old */
  goesOn(record: Provided): Promise<boolean>;
  /** @returns where somebody ends what they began at the provider; undefined when there is nothing to end */
  farewell(signInId: string, returnTo: string): Promise<URL | undefined>;
  /**
   * Takes the provider's word that somebody signed out there.
   * @returns ids of the sign-ins that ended
   * @throws BadRequest when it is not the provider's word
   */
  endByProvider(logoutToken: string): Promise<string[]>;
}

/**
 * @param secret the server's secret: what is kept of the provider's tokens opens with it alone
 * @param redirectUri our address the provider sends people back to
 * @param onTrouble told, in a word, why the provider could not be asked
 */
export function createSingleSignOn(
  options: ProviderOptions,
  { secret, redirectUri, onTrouble }: { secret: string; redirectUri: string; onTrouble: (reason: string) => void },
): SingleSignOn {
  const provider = createProvider(options, redirectUri, onTrouble);
  const seal = createSeal<Tokens>(secret, 'tokens of the provider');

  async function receive(current: URL, asked: Asked): Promise<Welcomed> {
    const { claims, tokens } = await provider.receive(current, asked);
    const person = personOf(claims, options);
    const account = await welcome(person);
    const now = new Date();
    const sid = typeof claims.sid === 'string' ? claims.sid : null;
    const provided = { ...person.identity, sid, tokens: await seal.close(tokens), askedAt: now, confirmedAt: now };
    return { account, provided };
  }

  async function goesOn(record: Provided): Promise<boolean> {
    const { _id, provided } = record;
    if (provided?.issuer !== options.issuer) return false;
    if (!isDue(provided, options.recheckSeconds * 1000) || !(await isOurTurn(record))) return true;
    if (await isConfirmed(record, provided)) return true;
    await SignInModel.deleteOne({ _id });
    return false;
  }

  async function isConfirmed({ _id }: Provided, provided: Welcomed['provided']): Promise<boolean> {
    try {
      const tokens = await seal.open(provided.tokens);
      if (!tokens) return false;
      const arrival = await provider.askAgain(provided.subject, tokens);
      const kept = { 'provided.tokens': await seal.close(arrival.tokens), 'provided.confirmedAt': new Date() };
      await SignInModel.updateOne({ _id }, { $set: kept });
      if (options.groupsClaim in arrival.claims) await broughtUpToDate(personOf(arrival.claims, options));
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return error instanceof Unavailable && Date.now() - provided.confirmedAt.getTime() < graceMs;
    }
  }

  async function farewell(signInId: string, returnTo: string): Promise<URL | undefined> {
    const record = await SignInModel.findById(signInId).lean();
    const tokens = record?.provided ? await seal.open(record.provided.tokens) : undefined;
    try {
      return tokens && (await provider.farewell(tokens, returnTo));
    } catch (error) {
      // Whoever leaves us has left us, whether the provider answers or not.
      if (error instanceof AppError) return undefined;
      throw error;
    }
  }

  async function endByProvider(logoutToken: string): Promise<string[]> {
    const { sid, sub } = await readLogoutToken(logoutToken, options, await provider.keys());
    const theirs = {
      'provided.issuer': options.issuer,
      ...(sub !== undefined && { 'provided.subject': sub }),
      ...(sid !== undefined && { 'provided.sid': sid }),
    };
    const ended = await SignInModel.find(theirs, { _id: 1 }).lean();
    await SignInModel.deleteMany({ _id: { $in: ended.map(({ _id }) => _id) } });
    return ended.map(({ _id }) => _id.toHexString());
  }

  return { ask: provider.ask, receive, goesOn, farewell, endByProvider };
}

/** While somebody still asks, nobody else does, unless they have been at it for too long. */
function isDue({ askedAt, confirmedAt }: Welcomed['provided'], recheckMs: number): boolean {
  const since = Date.now() - askedAt.getTime();
  return since >= recheckMs && (confirmedAt >= askedAt || since >= askingMs);
}

/** Of many requests at once one asks the provider: most tokens to ask with are good for one time. */
async function isOurTurn({ _id, provided }: Provided): Promise<boolean> {
  const unasked = { _id, 'provided.askedAt': provided?.askedAt };
  const { modifiedCount } = await SignInModel.updateOne(unasked, { $set: { 'provided.askedAt': new Date() } });
  return modifiedCount === 1;
}
