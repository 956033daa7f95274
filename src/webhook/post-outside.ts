import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { isIP } from 'node:net';
import { checkedLookup, type Resolve, resolveAll } from './checked-lookup';
import { isPublicAddress } from './public-address';
import { Unreachable } from './unreachable';
import { WebhookRefused } from './webhook-refused';

/** For tests: certificates to trust, how names are resolved, and which addresses may be connected to. */
export interface OutsideOptions {
  ca?: string;
  resolve?: Resolve;
  isAllowed?: (address: string) => boolean;
}

/** What somebody outside answered, whatever it was. */
export interface Reply {
  status: number;
  text: string;
}

/**
 * Posts something to somebody outside the house.
 * @throws WebhookRefused when nothing may be sent there; other errors where it may be tried again
 */
export type Post = (url: string, headers: Record<string, string | number>, body: string | Buffer) => Promise<Reply>;

const patienceMs = 10_000;
const mostAnswerBytes = 64 * 1024;

/** By https alone. Redirects are not followed, as they could lead inside; nor is an address connected to that is not public. */
export function createPost({ ca, resolve = resolveAll, isAllowed = isPublicAddress }: OutsideOptions = {}): Post {
  const lookup = checkedLookup(resolve, isAllowed);

  return async (url, headers, body) => {
    const target = new URL(url);
    const host = target.hostname.replace(/^\[|\]$/g, '');
    if (target.protocol !== 'https:') throw new WebhookRefused('the address is not https', true);
    // A number is connected to without being looked up.
    if (isIP(host) && !isAllowed(host)) throw new WebhookRefused('the address is not public', true);
    const sending = request(target, {
      agent: new Agent({ keepAlive: false, ca }),
      lookup,
      method: 'POST',
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
      signal: AbortSignal.timeout(patienceMs),
    });
    const response = await new Promise<IncomingMessage>((done, failed) => {
      sending
        .on('response', done)
        .on('error', (error) => failed(unreachable(error)))
        .end(body);
    });
    return { status: response.statusCode ?? 0, text: await textOf(response) };
  };
}

/** Refused already is told as it is. */
function unreachable(error: NodeJS.ErrnoException): Error {
  return error instanceof WebhookRefused ? error : new Unreachable(error.code ?? error.name);
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += (chunk as Buffer).length;
    if (size > mostAnswerBytes) throw new WebhookRefused('the answer is too long', false);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** @returns whether another try may be answered otherwise */
export function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}

/** @returns whether an address may be posted to, as far as can be told before its name is looked up */
export function isOutsideAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isInside = host === 'localhost' || !/[.:]/.test(host) || (isIP(host) !== 0 && !isPublicAddress(host));
  return protocol === 'https:' && username === '' && !isInside;
}
