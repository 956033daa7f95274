import type { KeptMailReason } from '../domain/kept-mail';
import { KeptMailModel, type KeptMailRecord } from '../models/kept-mail';
import type { Mail } from './mail';
import { keyOf } from './read-mail';

/** A record holds no more; the rest stays in the mailbox. */
const mostKeptBytes = 12 * 1024 * 1024;

/** Which case a mail seems to be about, and what words of it are there already. */
type About = Partial<Pick<KeptMailRecord, 'appeal' | 'message' | 'state'>>;

/**
 * Keeps a mail as it came. One that is kept already stays as it is.
 * @param mail null where it could not be read
 */
export async function keepMail(
  raw: Buffer,
  reason: KeptMailReason,
  mail: Mail | null,
  about: About = {},
): Promise<void> {
  const seen = mail && { from: mail.from, subject: mail.subject, words: mail.words, messageId: mail.messageId };
  await KeptMailModel.updateOne(
    { key: keyOf(raw) },
    {
      $setOnInsert: {
        state: 'waiting',
        ...about,
        ...seen,
        reason,
        raw: raw.subarray(0, mostKeptBytes),
        receivedAt: new Date(),
      },
    },
    { upsert: true },
  );
}

/** @returns whether a mail has been kept before, whatever became of it */
export async function isKept(raw: Buffer): Promise<boolean> {
  return (await KeptMailModel.exists({ key: keyOf(raw) })) !== null;
}
