import { type AddressInfo, createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as a mail server took it. */
export interface TakenMail {
  from: string;
  to: string[];
  text: string;
}

/** A mail server in this process. */
export interface MailServer {
  url: string;
  taken: TakenMail[];
  /** Sends the next mails back, this many, for now or for good. */
  refuse(count: number, responseCode?: number): void;
  /** Takes this long for every mail from now on. */
  dawdle(milliseconds: number): void;
  stop(): Promise<void>;
}

/** What happens to the next mails. */
interface Mood {
  refusals: number;
  responseCode: number;
  dawdleMs: number;
}

export async function startMailServer(): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const mood: Mood = { refusals: 0, responseCode: 451, dawdleMs: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { responseCode } = mood;
        if (mood.refusals-- > 0) return done(Object.assign(new Error('Come back later'), { responseCode }));
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ from, to, text: Buffer.concat(chunks).toString('utf8') });
        setTimeout(done, mood.dawdleMs);
      });
    },
  });
  // A client that was killed leaves its connection in the middle of a word.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    refuse: (count, responseCode = 451) => void Object.assign(mood, { refusals: count, responseCode }),
    dawdle: (dawdleMs) => void Object.assign(mood, { dawdleMs }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Something that takes connections and never says a word, until it is told to hang up. */
export async function startSilentServer(): Promise<{ url: string; connections: () => number; stop(): Promise<void> }> {
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.on('error', () => undefined);
    server.once('close', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
