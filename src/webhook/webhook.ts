import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { isIP } from 'node:net';
import { checkedLookup, type Resolve, resolveAll } from './checked-lookup';
import { isPublicAddress } from './public-address';
import { WebhookRefused } from './webhook-refused';

/** A text for a social media suite to post. */
export interface Posting {
  /** The same for every attempt at one text, so that it is posted once. */
  id: string;
  channel: string;
  language: string;
  text: string;
  /** The customer's name in the channel, and the post of theirs to be answered; empty where unknown. */
  handle: string;
  inReplyTo: string;
}

/**
 * Hands a text over; resolves only when it was taken.
 * @returns where it was posted; empty where the suite does not say
 * @throws WebhookRefused when it was not taken; other errors where it may be tried again
 */
export type Webhook = (posting: Posting) => Promise<string>;

export interface WebhookOptions {
  /** Where texts go: https alone. */
  url: string;
  /** Known to both sides; signs what is sent. */
  secret: string;
  /** For tests: certificates to trust, how names are resolved, and which addresses may be connected to. */
  ca?: string;
  resolve?: Resolve;
  isAllowed?: (address: string) => boolean;
}

const patienceMs = 10_000;
const mostAnswerBytes = 64 * 1024;

/**
 * A webhook: JSON by POST, signed with HMAC-SHA256 (docs/webhook.md). Redirects are not followed, as they could lead
 * inside; nor is any address that is not public connected to.
 */
export function createWebhook({
  url,
  secret,
  ca,
  resolve = resolveAll,
  isAllowed = isPublicAddress,
}: WebhookOptions): Webhook {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const lookup = checkedLookup(resolve, isAllowed);

  return async (posting) => {
    if (target.protocol !== 'https:') throw new WebhookRefused('the address is not https', true);
    // A number is connected to without being looked up.
    if (isIP(host) && !isAllowed(host)) throw new WebhookRefused('the address is not public', true);
    const body = JSON.stringify(posting);
    const agent = new Agent({ keepAlive: false, ca });
    const sending = request(target, {
      agent,
      lookup,
      method: 'POST',
      headers: { ...signed(body, secret), 'Idempotency-Key': posting.id },
      signal: AbortSignal.timeout(patienceMs),
    });
    const response = await new Promise<IncomingMessage>((done, failed) => {
      sending.on('response', done).on('error', failed).end(body);
    });
    return postedAt(response, await answerOf(response));
  };
}

/** @returns the headers by which the other side knows that we sent it, and just now */
function signed(body: string, secret: string): Record<string, string | number> {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Fundus-Timestamp': timestamp,
    'Fundus-Signature': `v1=${signature}`,
  };
}

async function answerOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += (chunk as Buffer).length;
    if (size > mostAnswerBytes) throw new WebhookRefused('the answer is too long', false);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function postedAt({ statusCode = 0 }: IncomingMessage, answer: string): string {
  if (statusCode >= 200 && statusCode < 300) return linkIn(answer);
  const isPassing = statusCode >= 500 || statusCode === 408 || statusCode === 429;
  throw new WebhookRefused(`the suite answered ${statusCode}`, !isPassing);
}

/** A suite may say where the text stands; what else it says is of no matter. */
function linkIn(answer: string): string {
  try {
    const { link } = JSON.parse(answer) as { link?: unknown };
    return typeof link === 'string' && /^https?:\/\/\S{1,1900}$/.test(link) ? link : '';
  } catch {
    return '';
  }
}
