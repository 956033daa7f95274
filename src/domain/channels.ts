/** Where the customer came from, and where status updates go. */
export const channels = ['facebook', 'x', 'community', 'email', 'phone', 'other'] as const;
export type Channel = (typeof channels)[number];

interface ChannelFacts {
  /** Sent by us, or fitted to the channel, copied and posted by the agent. */
  readonly delivery: 'mail' | 'manual';
  /** Longest text the channel takes, in its own way of counting; null where there is no limit worth naming. */
  readonly limit: number | null;
  /** How the channel counts: `x` weighs letters and takes every link as 23 (developer.x.com, "Counting characters"). */
  readonly counting: 'x' | 'plain';
}

export const channelFacts: Record<Channel, ChannelFacts> = {
  facebook: { delivery: 'manual', limit: 8000, counting: 'plain' },
  x: { delivery: 'manual', limit: 280, counting: 'x' },
  community: { delivery: 'manual', limit: 20000, counting: 'plain' },
  email: { delivery: 'mail', limit: null, counting: 'plain' },
  phone: { delivery: 'manual', limit: null, counting: 'plain' },
  other: { delivery: 'manual', limit: null, counting: 'plain' },
};
