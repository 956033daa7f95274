/** Where the customer came from, and where status updates go. */
export const channels = ['facebook', 'x', 'community', 'email', 'sms', 'phone', 'other'] as const;
export type Channel = (typeof channels)[number];

interface ChannelFacts {
  /** Sent by us; fitted to the channel, copied and posted by the agent; or a note of what was said on the phone. */
  readonly delivery: 'mail' | 'manual' | 'note';
  /** Longest single post the channel takes, in its own way of counting; null where there is no limit worth naming. */
  readonly limit: number | null;
  /** Most posts or segments one update may fill. */
  readonly mostParts: number;
  /**
   * How the channel counts: `x` weighs letters and takes every link as 23 (developer.x.com, "Counting characters");
   * `sms` fills segments of 160 letters of GSM-7 or 70 of UCS-2.
   */
  readonly counting: 'x' | 'sms' | 'plain';
  /** Which of a milestone's texts the update starts from. */
  readonly style: 'long' | 'short';
  /**
   * Whether everybody can read along: then the agent's sign-off, such as `^an`, closes the text, and the customer's
   * secret link has no place in it.
   */
  readonly open: boolean;
  /** Name of a lucide icon. */
  readonly icon: string;
}

const plain = { limit: null, mostParts: 1, counting: 'plain', style: 'long', open: false } as const;

export const channelFacts: Record<Channel, ChannelFacts> = {
  facebook: { ...plain, delivery: 'manual', limit: 8000, open: true, icon: 'thumbs-up' },
  x: { delivery: 'manual', limit: 280, mostParts: 25, counting: 'x', style: 'short', open: true, icon: 'at-sign' },
  community: { ...plain, delivery: 'manual', limit: 20000, open: true, icon: 'users' },
  email: { ...plain, delivery: 'mail', icon: 'mail' },
  sms: {
    delivery: 'manual',
    limit: null,
    mostParts: 6,
    counting: 'sms',
    style: 'short',
    open: false,
    icon: 'message-square',
  },
  phone: { ...plain, delivery: 'note', icon: 'phone' },
  other: { ...plain, delivery: 'manual', icon: 'send' },
};

/** @returns how an agent signs where everybody can read along: `^` and the initials */
export function signOffOf(name: string): string {
  const initials = name.split(/[\s-]+/).flatMap((part) => [...part].slice(0, 1));
  return `^${initials.slice(0, 3).join('').toLowerCase()}`;
}
