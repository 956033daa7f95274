/**
 * Why somebody hears of an event, the most personal first: it is their own case; it is about what they gave or did for
 * it; thanks for that; they follow it; it is new, and they know about such things; it is new, and near them.
 */
export const noticeKinds = ['mine', 'helped', 'thanks', 'followed', 'asked', 'near'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Ways a notice reaches somebody. */
export const noticeMedia = ['page', 'mail', 'push'] as const;
export type NoticeMedium = (typeof noticeMedia)[number];

/** How soon: at once, gathered for the morning, gathered for Monday, or not at all. */
export const paces = ['instant', 'daily', 'weekly', 'off'] as const;
export type Pace = (typeof paces)[number];

/** What can be chosen; a page is always of today. */
export const pacesOf: Readonly<Record<NoticeMedium, readonly [Pace, ...Pace[]]>> = {
  page: ['instant', 'off'],
  mail: paces,
  push: paces,
};

/** How somebody wants to hear of things, by why they hear of them. */
export type Wishes = Record<NoticeKind, Record<NoticeMedium, Pace>>;

/**
 * What holds for those who have chosen nothing. Who is asked to send something hears at once; what is only good to
 * know waits for the morning; and what is merely near nobody gets unasked.
 */
export const usualWishes: Readonly<Wishes> = {
  mine: { page: 'instant', mail: 'daily', push: 'instant' },
  helped: { page: 'instant', mail: 'instant', push: 'instant' },
  thanks: { page: 'instant', mail: 'instant', push: 'instant' },
  followed: { page: 'instant', mail: 'daily', push: 'off' },
  asked: { page: 'instant', mail: 'instant', push: 'instant' },
  near: { page: 'off', mail: 'off', push: 'off' },
};

/** @returns whether a kind of notice reaches somebody at all */
export function isWanted(wishes: Wishes, kind: NoticeKind): boolean {
  return noticeMedia.some((medium) => wishes[kind][medium] !== 'off');
}
