import { channels } from '../../domain/channels';
import { paths } from '../../paths';

/** What admins look after. Labels are locale keys. */
export interface AdminPage {
  rooms: { href: string; icon: string; label: string; hint: string; count?: number }[];
  channels: { label: string; way: string }[];
}

/** How messages leave the house and come in. */
export interface Served {
  readonly smtp: boolean;
  readonly replies: boolean;
  /** Channels a social media suite posts for us. */
  readonly suite: readonly string[];
}

/** @param accounts how many there are */
export function adminPage(accounts: number, served: Served): AdminPage {
  const rooms = [
    { href: paths.accounts, icon: 'users', label: 'account.list', hint: 'admin.accountsHint', count: accounts },
    { href: paths.houseTexts, icon: 'text-quote', label: 'texts.title', hint: 'admin.textsHint' },
    { href: paths.synonyms, icon: 'languages', label: 'synonyms.title', hint: 'admin.synonymsHint' },
    { href: paths.retention, icon: 'archive', label: 'retention.title', hint: 'admin.retentionHint' },
    { href: paths.allApiTokens, icon: 'key-round', label: 'token.allTitle', hint: 'admin.tokensHint' },
    { href: paths.eventHooks, icon: 'webhook', label: 'eventHook.title', hint: 'admin.eventHooksHint' },
    { href: paths.audit, icon: 'scroll-text', label: 'audit.title', hint: 'admin.auditHint' },
    { href: paths.chat, icon: 'message-square-share', label: 'chat.title', hint: 'admin.chatHint' },
  ];
  return { rooms, channels: channels.map((channel) => ({ label: `channel.${channel}`, way: wayOf(channel, served) })) };
}

function wayOf(channel: string, { smtp, replies, suite }: Served): string {
  if (channel === 'email') return `admin.mail.${smtp ? 'smtp' : 'files'}${replies ? 'WithReplies' : ''}`;
  return suite.includes(channel) ? 'admin.bySuite' : 'admin.byHand';
}
