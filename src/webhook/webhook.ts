import { createHmac } from 'node:crypto';
import { createPost, isPassing, type OutsideOptions, type Reply } from './post-outside';
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

export interface WebhookOptions extends OutsideOptions {
  /** Where texts go: https alone. */
  url: string;
  /** Known to both sides; signs what is sent. */
  secret: string;
}

/**
 * A webhook: JSON by POST, signed with HMAC-SHA256 (docs/webhook.md). Redirects are not followed, as they could lead
 * inside; nor is any address that is not public connected to.
 */
export function createWebhook({ url, secret, ...outside }: WebhookOptions): Webhook {
  const post = createPost(outside);

  return async (posting) => {
    const body = JSON.stringify(posting);
    return postedAt(await post(url, { ...signed(body, secret), 'Idempotency-Key': posting.id }, body));
  };
}

/** @returns the headers by which the other side knows that we sent it, and just now */
function signed(body: string, secret: string): Record<string, string | number> {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Fundus-Timestamp': timestamp,
    'Fundus-Signature': `v1=${signature}`,
  };
}

function postedAt({ status, text }: Reply): string {
  if (status >= 200 && status < 300) return linkIn(text);
  throw new WebhookRefused(`the suite answered ${status}`, !isPassing(status));
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
