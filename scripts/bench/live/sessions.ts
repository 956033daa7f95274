import { createHmac, randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { paths } from '../../../src/paths';

interface SessionRecord {
  _id: string;
  expires: Date;
  session: unknown;
}

/**
 * Sessions for many viewers: one is opened through the real form, the others are copies of it, as passwords are made to
 * take their time.
 * @returns the cookie of each
 */
export async function manySessions(
  connection: Connection,
  address: string,
  { email, password, secret, count }: { email: string; password: string; secret: string; count: number },
): Promise<string[]> {
  const answer = await fetch(address + paths.signIn, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ email, password, next: '' }),
  });
  if (answer.status !== 303) throw new Error(`signing in was answered with ${answer.status}`);
  const sessions = connection.collection<SessionRecord>('sessions');
  const original = await sessions.findOne({});
  if (!original) throw new Error('there is no session');
  const ids = Array.from({ length: count }, () => randomBytes(24).toString('base64url'));
  await sessions.insertMany(ids.map((_id) => ({ ...original, _id })));
  return ids.map((id) => `fundus=${encodeURIComponent(`s:${id}.${signatureOf(id, secret)}`)}`);
}

/** As the session's cookie is signed. */
function signatureOf(id: string, secret: string): string {
  return createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '');
}
