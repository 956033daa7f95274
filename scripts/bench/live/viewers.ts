import { once } from 'node:events';
import http from 'node:http';
import { paths } from '../../../src/paths';

/** Everybody who listens, and when each last heard of each case. */
export interface Viewers {
  /** By viewer: case's id to the moment, in milliseconds. */
  readonly heard: readonly ReadonlyMap<string, number>[];
  hangUp(): void;
}

/** Opens a stream for every cookie. @throws Error when one of them is refused */
export async function openViewers(address: string, cookies: readonly string[]): Promise<Viewers> {
  const agent = new http.Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const heard: Map<string, number>[] = [];
  for (let at = 0; at < cookies.length; at += 50) {
    const batch = cookies.slice(at, at + 50).map((cookie) => open(address, cookie, agent));
    heard.push(...(await Promise.all(batch)));
  }
  return { heard, hangUp: () => agent.destroy() };
}

async function open(address: string, cookie: string, agent: http.Agent): Promise<Map<string, number>> {
  const headers = { Cookie: cookie, Accept: 'text/event-stream', 'Accept-Encoding': 'gzip' };
  const request = http.get(`${address}${paths.changes}?since=${Date.now()}`, { agent, headers });
  const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`a stream was answered with ${answer.statusCode}`);
  const heard = new Map<string, number>();
  let rest = '';
  answer.setEncoding('utf8');
  answer.on('data', (piece: string) => {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const id of blocks.flatMap(idsIn)) heard.set(id, Date.now());
  });
  // Hanging up at the end is no fault.
  answer.on('error', () => undefined);
  return heard;
}

function idsIn(block: string): string[] {
  return /^event: changed$/m.test(block) ? (/^data: (.+)$/m.exec(block)?.[1] ?? '').split(' ') : [];
}
