import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type NoticeKind, noticeKinds } from '../domain/notice';

/** Whose mails end, and which. */
export interface Unsubscription {
  accountId: string;
  kinds: readonly NoticeKind[];
}

/** Makes and reads the links by which a mail is the last of its kind. */
export interface UnsubscribeLinks {
  tokenOf(unsubscription: Unsubscription): string;
  /** @returns undefined for a token we did not make */
  read(token: string): Unsubscription | undefined;
}

/**
 * A token says itself what it is for, with an HMAC of it under a key of the server: who holds one has got the mail. It
 * can do nothing but end mails.
 * @param secret the server's secret; another one makes every link void
 */
export function createUnsubscribeLinks(secret: string): UnsubscribeLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'fundus unsubscribe link', 32));
  const proofOf = (said: string) => createHmac('sha256', key).update(said).digest();

  return {
    tokenOf({ accountId, kinds }) {
      const said = `${accountId}.${kinds.join('-')}`;
      return `${said}.${proofOf(said).toString('base64url')}`;
    },
    read(token) {
      const [, said = '', accountId = '', names = '', proof = ''] =
        /^(([0-9a-f]{24})\.([a-z-]+))\.([\w-]{43})$/.exec(token) ?? [];
      const given = Buffer.from(proof, 'base64url');
      if (given.length !== 32 || !timingSafeEqual(given, proofOf(said))) return undefined;
      const kinds = names.split('-');
      return { accountId, kinds: noticeKinds.filter((kind) => kinds.includes(kind)) };
    },
  };
}
