import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { ImapFlow } from 'imapflow';
import { eventually } from './eventually';

const program = '/usr/sbin/dovecot';
const [user, password] = ['fundus', 'p@ss/word'];

/** Whether there is an IMAP server to test with; on Debian it comes with `dovecot-imapd`. */
export const hasDovecot = existsSync(program);

/** A real IMAP server of our own. */
export interface ImapServer {
  /** For `IMAP_URL`. */
  url: string;
  /** Puts a mail into the mailbox, as a mail server would. */
  deliver(raw: Buffer): Promise<void>;
  /** @returns the flags of every mail in the mailbox, in the order they came */
  flags(): Promise<string[][]>;
  stop(): Promise<void>;
}

/** Starts the server on a free port of this machine; it needs no rights, and has none: not even as root. */
export async function startImapServer(): Promise<ImapServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fundus-imap-'));
  const who = await ownerOf(folder);
  const port = await freePort();
  await writeFile(path.join(folder, 'dovecot.conf'), configuration(folder, port, who));
  const server = spawn(program, ['-F', '-c', path.join(folder, 'dovecot.conf')], { uid: who.uid, gid: who.gid });
  const said: string[] = [];
  server.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const url = `imap://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/INBOX`;
  const mailbox = <Result>(use: (client: ImapFlow) => Promise<Result>) => withClient(port, use);
  await eventually('the IMAP server', () => mailbox(async () => true).catch(() => failed(server, said)));
  return {
    url,
    deliver: (raw) => mailbox(async (client) => void (await client.append('INBOX', raw))),
    flags: () => mailbox(flagsIn),
    async stop() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Who {
  uid: number;
  gid: number;
  user: string;
  group: string;
}

/** The server refuses mail for root, so root lends it the rights of nobody. */
async function ownerOf(folder: string): Promise<Who> {
  const { uid, gid, username } = userInfo();
  if (uid !== 0) return { uid, gid, user: username, group: await nameIn('/etc/group', gid) };
  const nobody = { uid: 65534, gid: 65534 };
  await chmod(folder, 0o755);
  for (const name of ['run', 'state', 'mail']) {
    await mkdir(path.join(folder, name));
    await chown(path.join(folder, name), nobody.uid, nobody.gid);
  }
  await chown(folder, nobody.uid, nobody.gid);
  return {
    ...nobody,
    user: await nameIn('/etc/passwd', nobody.uid),
    group: await nameIn('/etc/group', nobody.gid),
  };
}

async function nameIn(file: string, id: number): Promise<string> {
  const rows = (await readFile(file, 'utf8')).split('\n').map((line) => line.split(':'));
  return rows.find((row) => row[2] === String(id))?.[0] ?? String(id);
}

function configuration(folder: string, port: number, who: Who): string {
  return `
    protocols = imap
    listen = 127.0.0.1
    base_dir = ${folder}/run
    state_dir = ${folder}/state
    log_path = /dev/stderr
    ssl = no
    disable_plaintext_auth = no
    default_internal_user = ${who.user}
    default_internal_group = ${who.group}
    default_login_user = ${who.user}
    first_valid_uid = 1
    mail_location = maildir:${folder}/mail
    passdb {
      driver = static
      args = password=${password}
    }
    userdb {
      driver = static
      args = uid=${who.uid} gid=${who.gid} home=${folder}
    }
    service anvil {
      chroot =
    }
    service imap-login {
      chroot =
      inet_listener imap {
        port = ${port}
      }
      inet_listener imaps {
        port = 0
      }
    }
  `;
}

async function withClient<Result>(port: number, use: (client: ImapFlow) => Promise<Result>): Promise<Result> {
  const auth = { user, pass: password };
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, logger: false });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.mailboxOpen('INBOX');
    return await use(client);
  } finally {
    await client.logout();
  }
}

async function flagsIn(client: ImapFlow): Promise<string[][]> {
  const flags: string[][] = [];
  if (client.mailbox && client.mailbox.exists === 0) return flags;
  for await (const mail of client.fetch('1:*', { flags: true })) flags.push([...(mail.flags ?? [])].sort());
  return flags;
}

/** @throws Error once it is clear that the server will not come up */
function failed({ exitCode }: ChildProcess, said: readonly string[]): undefined {
  if (exitCode !== null) throw new Error(`the IMAP server ended: ${said.join('')}`);
  return undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
