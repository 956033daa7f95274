import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const idBytes = 12;
const proofBytes = 10;
/** So many digits of base 36 hold id and proof. */
const tokenLength = 35;

/** Makes and reads the addresses that answers to our mails go to. */
export interface ReplyAddresses {
  /** @param messageId of the message the mail is made of */
  addressOf(messageId: string): string;
  /** @returns ids of the messages whose reply addresses stand in a text, each proven by its signature */
  provenIn(text: string): string[];
}

/**
 * A reply address is our own with a token after a plus: the message's id, and an HMAC of it under a key of the server.
 * Who knows one has got the mail. Digits and small letters alone, as mail servers on the way may change the case.
 * @param secret the server's secret; another one makes every address void
 * @param from our own address, with or without a name; at most 26 characters before the @, as 64 are all there may be
 * @throws Error when there is no address in it
 */
export function createReplyAddresses(secret: string, from: string): ReplyAddresses {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'fundus reply address', 32));
  const [local, domain] = partsOf(from);
  const proofOf = (id: Buffer) => createHmac('sha256', key).update(id).digest().subarray(0, proofBytes);
  const pattern = new RegExp(`${escaped(local)}\\+r\\.([0-9a-z]{${tokenLength}})@${escaped(domain)}`, 'gi');

  function proven(token: string): string[] {
    const bytes = decoded(token.toLowerCase());
    if (!bytes) return [];
    const id = bytes.subarray(0, idBytes);
    return timingSafeEqual(bytes.subarray(idBytes), proofOf(id)) ? [id.toString('hex')] : [];
  }

  return {
    addressOf(messageId) {
      const id = Buffer.from(messageId, 'hex');
      return `${local}+r.${encoded(Buffer.concat([id, proofOf(id)]))}@${domain}`;
    },
    provenIn: (text) => [...text.matchAll(pattern)].flatMap(([, token = '']) => proven(token)),
  };
}

function partsOf(from: string): [local: string, domain: string] {
  const [, local, domain] = /([^\s<>@]+)@([^\s<>@]+)/.exec(from) ?? [];
  if (!local || !domain) throw new Error('MAIL_FROM: no address in it');
  return [local, domain];
}

function encoded(bytes: Buffer): string {
  return BigInt(`0x${bytes.toString('hex')}`)
    .toString(36)
    .padStart(tokenLength, '0');
}

function decoded(token: string): Buffer | null {
  const value = [...token].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
  const hex = value.toString(16).padStart(2 * (idBytes + proofBytes), '0');
  return hex.length > 2 * (idBytes + proofBytes) ? null : Buffer.from(hex, 'hex');
}

function escaped(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}
