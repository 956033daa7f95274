import { toAppeal } from '../appeals/appeal-record';
import type { Appeal } from '../domain/appeal';
import { isWithheld } from '../domain/approval';
import { tellingHour } from '../domain/digest-hour';
import { isWanted, type NoticeKind } from '../domain/notice';
import { asksNeighbours, hearableBy, hearersOf } from '../domain/notice-hearers';
import type { TimelineEvent } from '../domain/timeline-event';
import { announceEvent } from '../event-hooks/announce-event';
import { AppealModel, type AppealRecord } from '../models/appeal';
import { type Errand, NoticeModel, type NoticeRecord } from '../models/notice';
import { type Account, accountsOf } from '../people/accounts';
import { neighboursOf } from './neighbours';
import { announce } from './post-to-chats';
import { type NoticeWishes, wishesOf } from './wishes';

const atOnce = 50;
/** What is older is no news any more: it stands on the page, and nobody is disturbed for it. */
const newsMs = 2 * 24 * 60 * 60_000;

/**
 * Writes the notices of all events of which nobody has been told yet. Safe to run in several processes and again after
 * a crash: an appeal names such an event until its notices are written, and a notice is named by event and recipient.
 * @param timeZone in which the hours of digests are meant
 * @throws AggregateError when some could not be written; they are tried again
 */
export async function deriveNotices(timeZone: string): Promise<void> {
  const faults: unknown[] = [];
  const failed: AppealRecord['_id'][] = [];
  for (;;) {
    const records = await AppealModel.find({ unnoticed: { $gt: '' }, _id: { $nin: failed } })
      .limit(atOnce)
      .lean();
    if (records.length === 0) break;
    for (const record of records) {
      await deriveFrom(record, timeZone).catch((error) => {
        faults.push(error);
        failed.push(record._id);
      });
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'some notices could not be written');
}

async function deriveFrom(record: AppealRecord, timeZone: string): Promise<void> {
  const unnoticed = record.unnoticed ?? [];
  const appeal = toAppeal(record);
  const events = appeal.timeline.filter(({ id }) => unnoticed.includes(id));
  for (const event of events) await writeNotices(appeal, event, timeZone);
  if (events.some(hides) || isWithheld(appeal)) await takeBackHidden(appeal);
  await AppealModel.updateOne({ _id: record._id }, { $pull: { unnoticed: { $in: unnoticed } } });
}

async function writeNotices(appeal: Appeal, event: TimelineEvent, timeZone: string): Promise<void> {
  const neighbours = asksNeighbours(event) ? await neighboursOf(appeal) : { knowing: [], near: [] };
  if (event.type === 'appeal_published' && !isWithheld(appeal)) await announce(appeal, event);
  await announceEvent(appeal, event);
  const hearers = hearersOf(appeal, event, neighbours);
  const accounts = await accountsOf([...hearers.keys()]);
  const wishes = await wishesOf(accounts.map(({ id }) => id));
  const notices = accounts
    .filter((account) => mayHear(account, appeal, event))
    .flatMap((account) => noticeFor(account, hearers.get(account.id), wishes(account.id), { appeal, event, timeZone }));
  if (notices.length > 0) await writeOnce(notices);
}

function mayHear(account: Account, appeal: Appeal, { id }: TimelineEvent): boolean {
  return hearableBy(account, appeal).some((event) => event.id === id);
}

interface Occasion {
  appeal: Appeal;
  event: TimelineEvent;
  timeZone: string;
}

function noticeFor(
  { id }: Account,
  kind: NoticeKind | undefined,
  { wishes, muted }: NoticeWishes,
  { appeal, event, timeZone }: Occasion,
): NoticeRecord[] {
  if (!kind || muted.includes(appeal.id) || !isWanted(wishes, kind)) return [];
  const madeAt = new Date();
  const isNews = madeAt.getTime() - event.at.getTime() < newsMs;
  const errand = (medium: 'mail' | 'push'): Errand => {
    const dueAt = isNews ? tellingHour(wishes[kind][medium], madeAt, timeZone) : null;
    return { attempts: 0, ...(dueAt ? { dueAt } : {}) };
  };
  return [
    {
      _id: `${event.id}:${id}`,
      recipient: id,
      appeal: appeal.id,
      event: event.id,
      kind,
      at: event.at,
      madeAt,
      onPage: wishes[kind].page !== 'off',
      readAt: null,
      mail: errand('mail'),
      push: errand('push'),
    },
  ];
}

/** What another process has written meanwhile stays as it is. */
async function writeOnce(notices: readonly NoticeRecord[]): Promise<void> {
  const writes = notices.map(({ _id, ...rest }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
  }));
  try {
    await NoticeModel.bulkWrite(writes, { ordered: false });
  } catch (error) {
    const { writeErrors } = error as { writeErrors?: { code?: number }[] };
    if (!writeErrors?.length || writeErrors.some(({ code }) => code !== 11000)) throw error;
  }
}

/** After these, what was told may not be told any more. */
function hides({ type }: TimelineEvent): boolean {
  return type === 'update_taken_back' || type === 'update_stopped' || type === 'consent_withdrawn';
}

async function takeBackHidden(appeal: Appeal): Promise<void> {
  const notices = await NoticeModel.find({ appeal: appeal.id }, { recipient: 1, event: 1 }).lean();
  const accounts = await accountsOf(notices.map(({ recipient }) => recipient));
  const hearable = new Map(accounts.map((one) => [one.id, new Set(hearableBy(one, appeal).map(({ id }) => id))]));
  const hidden = notices.filter(({ recipient, event }) => !hearable.get(recipient)?.has(event));
  await NoticeModel.deleteMany({ _id: { $in: hidden.map(({ _id }) => _id) } });
}
