import { randomUUID } from 'node:crypto';
import { nextAttempt } from '../messages/retry';
import { NoticeModel, type NoticeRecord } from '../models/notice';
import { isOthersFault } from '../webhook/unreachable';

/** Longest one round may take before its notices may be taken again. */
const leaseMs = 10 * 60_000;

export type Medium = 'mail' | 'push';

/** What goes out to one person at a time. */
export interface Round {
  medium: Medium;
  name: string;
  recipient: string;
  /** The newest first; what was read meanwhile is not told any more. */
  notices: NoticeRecord[];
  attempts: number;
}

/**
 * Sends what is due, round by round. Safe in several processes and again after a crash: a notice is taken by moving its
 * time, so nobody else takes it meanwhile, and comes back by itself when we fall over.
 * @param send resolves once it was really taken
 * @throws AggregateError when that was our fault; whatever was not taken is tried again
 */
export async function sendRounds(medium: Medium, send: (round: Round) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  for (let round = await takeRound(medium); round; round = await takeRound(medium)) {
    try {
      if (round.notices.length > 0) await send(round);
      await settle(round, null);
    } catch (error) {
      if (!isOthersFault(error)) faults.push(error);
      await settle(round, nextAttempt(round.attempts, error));
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `some notices could not be sent by ${medium}`);
}

/** Everything that is due to one person. */
async function takeRound(medium: Medium): Promise<Round | null> {
  const now = new Date();
  const due = { [`${medium}.dueAt`]: { $lte: now } };
  const first = await NoticeModel.findOne(due)
    .sort({ [`${medium}.dueAt`]: 1 })
    .lean();
  if (!first) return null;
  const name = randomUUID();
  await NoticeModel.updateMany(
    { ...due, recipient: first.recipient },
    {
      $set: { [`${medium}.dueAt`]: new Date(now.getTime() + leaseMs), [`${medium}.round`]: name },
      $inc: { [`${medium}.attempts`]: 1 },
    },
  );
  const taken = await NoticeModel.find({ [`${medium}.round`]: name })
    .sort({ at: -1 })
    .lean();
  const notices = taken.filter(({ readAt }) => readAt === null);
  const attempts = Math.max(1, ...taken.map((notice) => notice[medium].attempts));
  return { medium, name, recipient: first.recipient, notices, attempts };
}

/** @param dueAt null when it is over */
async function settle({ medium, name }: Round, dueAt: Date | null): Promise<void> {
  const [time, round] = [`${medium}.dueAt`, `${medium}.round`];
  const change = dueAt ? { $set: { [time]: dueAt }, $unset: { [round]: 1 } } : { $unset: { [time]: 1, [round]: 1 } };
  await NoticeModel.updateMany({ [round]: name }, change);
}
