/** Chats that take messages by an incoming webhook. */
export const chatKinds = ['mattermost', 'slack', 'teams'] as const;
export type ChatKind = (typeof chatKinds)[number];
