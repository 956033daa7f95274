import type { Upload } from '../appeals/with-photos';

/** A mail as it came in, read so far that it can be decided on. */
export interface Mail {
  /** SHA-256 of its bytes. */
  key: string;
  /** As the sender's program named it; empty where it did not. */
  messageId: string;
  /** Lower case; empty where nobody or several people seem to have sent it. */
  from: string;
  subject: string;
  /** What they wrote, without what they answered. */
  words: string;
  photos: Upload[];
  /** Attachments that are no photos. */
  others: number;
  /** Where it was sent to, and what it answers: the header lines a reply address may stand in. */
  traces: string;
  automatic: boolean;
  bounce: Bounce | null;
}

/** A report that a mail of ours did not arrive (RFC 3464). */
export interface Bounce {
  /** For good, or for the time being. */
  final: boolean;
  /** Such as `5.1.1`, and what the other server said. */
  reason: string;
}

/** Most bytes a mail may have to be read. */
export const mostMailBytes = 25 * 1024 * 1024;
