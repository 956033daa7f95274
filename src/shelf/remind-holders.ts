import { houseLanguage } from '../domain/languages';
import { confirmationDeadlines } from '../domain/spare';
import { translator } from '../i18n/translator';
import type { Mailer } from '../messages/mailer';
import { SpareModel, type SpareRecord } from '../models/spare';
import { type Account, findAccount } from '../people/accounts';

const minuteMs = 60_000;
/** Longest a mail may take before another round may try it again. */
const leaseMs = 10 * minuteMs;
/** How long nobody is reminded again. */
const pauseMs = 30 * 24 * 60 * minuteMs;
/** What reminding needs. */
export interface ReminderTools {
  mailer: Mailer;
  /** Where a holder confirms, after signing in. */
  confirmUrl: string;
  periodDays: number;
}

/**
 * Asks everybody who keeps something for long whether it is still there: one mail a person, with a link to the page where
 * one click confirms. Safe to run in several processes and again after a crash: a spare is taken by moving its time, so
 * nobody else takes it meanwhile, and comes back by itself when the mail was not sent.
 * @returns how many mails were sent
 * @throws AggregateError when some could not be; they are tried again
 */
export async function remindHolders(tools: ReminderTools): Promise<number> {
  let sent = 0;
  const faults: unknown[] = [];
  for (let first = await takeDue(tools, {}); first; first = await takeDue(tools, {})) {
    const taken = [first];
    const { holder } = first;
    for (let next = await takeDue(tools, { holder }); next; next = await takeDue(tools, { holder })) taken.push(next);
    try {
      if (await remind(await findAccount(holder), taken, tools)) sent++;
    } catch (error) {
      faults.push(error);
    }
  }
  // One mailbox that is full keeps nobody else waiting.
  if (faults.length > 0) throw new AggregateError(faults, 'some holders could not be reminded');
  return sent;
}

async function takeDue({ periodDays }: ReminderTools, whose: { holder?: string }): Promise<SpareRecord | null> {
  const now = new Date();
  const { due } = confirmationDeadlines(now, periodDays);
  const notYet = { $or: [{ remindAt: null }, { remindAt: { $lte: now } }] };
  return SpareModel.findOneAndUpdate(
    { ...whose, confirmedAt: { $lte: due }, free: { $gt: 0 }, withdrawnAt: null, ...notYet },
    { $set: { remindAt: new Date(now.getTime() + leaseMs) } },
    { sort: { confirmedAt: 1 }, returnDocument: 'after' },
  ).lean();
}

/** Somebody without an account any more is not asked; the shelf shows that nobody has confirmed. */
async function remind(
  account: Account | undefined,
  spares: readonly SpareRecord[],
  { mailer, confirmUrl }: ReminderTools,
): Promise<boolean> {
  if (account) await mailer({ to: account.email, ...mailTo(account, spares, confirmUrl) });
  const remindAt = new Date(Date.now() + pauseMs);
  await SpareModel.updateMany({ _id: { $in: spares.map(({ _id }) => _id) } }, { $set: { remindAt } });
  return account !== undefined;
}

function mailTo(account: Account, spares: readonly SpareRecord[], url: string): { subject: string; text: string } {
  const t = translator(account.language ?? houseLanguage);
  const things = spares.map(({ title, place }) => `- ${title} (${place})`).join('\n');
  const count = spares.length;
  const parts = [
    t('spare.reminder.greeting', { name: account.name }),
    t('spare.reminder.question', { count }),
    things,
    t('spare.reminder.link', { url }),
    t('spare.reminder.closing'),
  ];
  return { subject: t('spare.reminder.subject', { count }), text: parts.join('\n\n') };
}
