import { createHmac } from 'node:crypto';

/**
 * Signs what is sent as Standard Webhooks has it, so that whoever gets it knows that it was us, and just now.
 * @param id the same at every attempt
 * @param secret `whsec_` and base64
 */
export function signedHead(id: string, body: string, secret: string): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1000);
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}
