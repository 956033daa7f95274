import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** A photo of an appeal, for programs that cannot sign in. */
export interface ShownPhoto {
  appealId: string;
  photoId: string;
}

/** Makes and reads the addresses under which feeds and chats fetch photos. */
export interface PhotoTickets {
  ticketFor(photo: ShownPhoto): string;
  /** @returns undefined for a ticket we did not make, or that is over */
  read(ticket: string): ShownPhoto | undefined;
}

const validDays = 30;
const dayMs = 24 * 60 * 60_000;

/**
 * A ticket names photo and last day, with an HMAC of both under a key of the server. Whether the photo may still be
 * seen, is asked whenever it is used.
 * @param secret the server's secret; another one makes every ticket void
 */
export function createPhotoTickets(secret: string): PhotoTickets {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'fundus photo ticket', 32));
  const proofOf = (said: string) => createHmac('sha256', key).update(said).digest();
  const today = () => Math.floor(Date.now() / dayMs);

  return {
    ticketFor({ appealId, photoId }) {
      const said = `${appealId}.${photoId}.${today() + validDays}`;
      return `${said}.${proofOf(said).toString('base64url')}`;
    },
    read(ticket) {
      const [, said = '', appealId = '', photoId = '', day = '', proof = ''] =
        /^(([0-9a-f]{24})\.([0-9a-f]{64})\.(\d{1,7}))\.([\w-]{43})$/.exec(ticket) ?? [];
      const given = Buffer.from(proof, 'base64url');
      if (given.length !== 32 || !timingSafeEqual(given, proofOf(said)) || Number(day) < today()) return undefined;
      return { appealId, photoId };
    },
  };
}
