import type { AuditFact } from '../domain/audit';
import { Unavailable } from '../errors';
import { append, endOfChain } from './append';
import { keepHead } from './head';
import { onceInAWhile } from './once-in-a-while';
import { beginning, type Link, type Seals } from './seal';
import { type WordlessFact, wordlessFact } from './words';

/** Who saw or changed what, on record for good. */
export interface AuditTrail {
  /**
   * Resolves once the entry is stored, and not before: what it stands for is done afterwards.
   * @throws Unavailable when it could not be stored; then what it stands for must not happen
   */
  record(fact: AuditFact): Promise<void>;
  /** The same for what is only read: a page that is read again, or renews itself, is one reading for five minutes. */
  recordReading(fact: AuditFact): Promise<void>;
  /** @returns where the audit ends, to be written down elsewhere */
  end(): Promise<Link>;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
}

interface Waiting {
  readonly fact: WordlessFact;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** What is asked for meanwhile goes with the next write, but not more. */
const mostAtOnce = 200;

/**
 * @param onError told why an entry could not be stored; never what it was about
 */
export function createAuditTrail(seals: Seals, onError: (error: unknown) => void): AuditTrail {
  const queue: Waiting[] = [];
  let known: Link = beginning;
  let writing: Promise<void> | undefined;

  async function record(given: AuditFact): Promise<void> {
    const fact = await wordlessFact(given, seals).catch((error) => {
      onError(error);
      throw new Unavailable('error.notRecorded');
    });
    return new Promise((resolve, reject) => {
      queue.push({ fact, resolve, reject });
      writing ??= writeAll();
    });
  }

  async function writeAll(): Promise<void> {
    while (queue.length > 0) await write(queue.splice(0, mostAtOnce));
    // At once: whoever comes between the last look and this would wait for ever.
    writing = undefined;
  }

  async function write(batch: readonly Waiting[]): Promise<void> {
    try {
      if (known.number === 0) known = await endOfChain(known, seals);
      const facts = batch.map(({ fact }) => fact);
      known = await append(facts, known, seals);
      for (const { resolve } of batch) resolve();
    } catch (error) {
      onError(error);
      for (const { reject } of batch) reject(new Unavailable('error.notRecorded'));
      return;
    }
    // Should we fall over here, the next entry takes it along.
    await keepHead(known, seals).catch(onError);
  }

  return {
    record,
    recordReading: onceInAWhile(record),
    end: () => endOfChain(known, seals),
    settled: async () => writing,
  };
}
