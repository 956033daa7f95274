import { ImapFlow } from 'imapflow';
import { keepMail } from './keep-mail';
import { mostMailBytes } from './mail';
import { readMail } from './read-mail';

/** Where mails come in. */
export interface Mailbox {
  /**
   * Hands over every unread mail, the oldest first, and marks it as read once it was taken.
   * @returns how many were taken
   * @throws Error when the server cannot be reached; what was not taken is still unread
   */
  readNew(take: (raw: Buffer) => Promise<unknown>): Promise<number>;
}

const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };
/** Enough of a mail that is too large to see who sent it and why. */
const beginningBytes = 256 * 1024;

/**
 * A mailbox on an IMAP server. It should be ours alone: what is unread is taken.
 * @param url such as `imaps://user:password@mail.example/INBOX`, name and password percent-encoded
 * @param onFault told when a mail could not be taken; it is tried again in the next round
 */
export function createMailbox(url: string, onFault: (error: unknown) => void): Mailbox {
  return {
    async readNew(take) {
      const client = connectionTo(url);
      try {
        await client.connect();
        await client.mailboxOpen(folderOf(url));
        const taken = await takeUnread(client, take, onFault);
        await client.logout();
        return taken;
      } finally {
        client.close();
      }
    },
  };
}

function connectionTo(url: string): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'imaps:';
  const client = new ImapFlow({
    ...patience,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
  });
  // Whatever was asked for meanwhile fails by itself; unheard, the event would end the process.
  client.on('error', () => undefined);
  return client;
}

function folderOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX';
}

async function takeUnread(client: ImapFlow, take: (raw: Buffer) => Promise<unknown>, onFault: (e: unknown) => void) {
  const uids = (await client.search({ seen: false }, { uid: true })) || [];
  let taken = 0;
  for (const uid of uids) {
    try {
      await takeOne(client, uid, take);
      taken++;
    } catch (error) {
      if (!client.usable) throw error;
      onFault(error);
    }
  }
  return taken;
}

async function takeOne(client: ImapFlow, uid: number, take: (raw: Buffer) => Promise<unknown>): Promise<void> {
  const about = await client.fetchOne(String(uid), { size: true }, { uid: true });
  // Somebody else has removed it.
  if (!about) return;
  const isTooLarge = (about.size ?? 0) > mostMailBytes;
  const source = isTooLarge ? { start: 0, maxLength: beginningBytes } : true;
  const fetched = await client.fetchOne(String(uid), { source }, { uid: true });
  if (!fetched || fetched.source === undefined) return;
  if (isTooLarge) await keepMail(fetched.source, 'tooLarge', await readMail(fetched.source).catch(() => null));
  else await take(fetched.source);
  await client.messageFlagsAdd(String(uid), isTooLarge ? ['\\Seen', '\\Flagged'] : ['\\Seen'], { uid: true });
}
