import type { ThankYou } from '../../appeals/thank-yous';
import type { AccountActor } from '../../domain/actor';
import type { Appeal } from '../../domain/appeal';
import { carriers } from '../../domain/carriers';
import { type Find, handOverWays } from '../../domain/find';
import type { Spare } from '../../domain/spare';
import { link, paths } from '../../paths';
import { type FindView, findView } from './find-view';
import { type Option, options } from './option';
import { appealPhotoOrNull, type PhotoView } from './photo-view';
import { type ShelfReader, type SpareCard, spareCard } from './spare-view';

/** My finds: what I offered and what to do next. */
export interface MyFindsPage {
  items: {
    appealTitle: string;
    appealHref: string;
    appealPhoto: PhotoView | null;
    version: number;
    find: FindView;
    /** Locale key: what to do next, or what became of it. */
    next: string;
    /** Whom to send it to; only once accepted. */
    sendTo: { name: string; place: string } | null;
    /** The agent's kind words when declined; empty otherwise. */
    declinedWords: string;
    /** The customer's thanks, when they may be shown. */
    thanks: string | null;
  }[];
  /** Searches that ended well and in which the viewer helped, with a word for them alone. */
  thankYous: { line: string; name: string; title: string; href: string; thanks: string | null }[];
  handOverWays: Option[];
  carriers: Option[];
  /** What I keep for the next customer, what was not seen for longest first. */
  held: (SpareCard & {
    /** I am asked whether it is still there. */
    due: boolean;
    confirmAction: string;
    withdrawAction: string;
  })[];
  /** How many of them I am asked about. */
  dueCount: number;
}

/** What my finds are made of, besides the cases. */
interface FinderReader extends ShelfReader {
  actor: AccountActor;
  /** Where the agents sit, by account id. */
  places: ReadonlyMap<string, string>;
  /** Words of thanks the customers agreed to show, by message id. */
  words: ReadonlyMap<string, string>;
}

/**
 * @param appeals in which the viewer has offered something
 * @param spares they keep
 * @param thankYous searches they helped with
 */
export function myFindsPage(
  appeals: readonly Appeal[],
  spares: readonly Spare[],
  thankYous: readonly ThankYou[],
  reader: FinderReader,
): MyFindsPage {
  const held = spares.map((spare) => heldSpare(spare, reader));
  return {
    items: appeals.flatMap((appeal) =>
      appeal.finds.filter(({ finder }) => finder === reader.actor.id).map((find) => item(appeal, find, reader)),
    ),
    thankYous: thankYous.map(({ appeal, help }) => ({
      line: `finds.thankYou.${help}`,
      name: (reader.names.get(reader.actor.id) ?? '').split(' ')[0] ?? '',
      title: appeal.title,
      href: link(paths.appeal, { id: appeal.id }),
      thanks: sharedThanks(appeal, reader.words),
    })),
    handOverWays: options(handOverWays, 'handOver', 'in_house_post'),
    carriers: options(carriers, 'carrier', 'dhl'),
    held,
    dueCount: held.filter(({ due }) => due).length,
  };
}

function heldSpare(spare: Spare, reader: ShelfReader): MyFindsPage['held'][number] {
  const spareId = spare.id;
  return {
    ...spareCard(spare, reader),
    due: spare.confirmedAt <= reader.deadlines.due,
    confirmAction: link(paths.spareConfirmation, { spareId }),
    withdrawAction: link(paths.spareWithdrawal, { spareId }),
  };
}

function item(appeal: Appeal, find: Find, reader: FinderReader): MyFindsPage['items'][number] {
  const helped = ['handed_over', 'received', 'shelved'].includes(find.state);
  return {
    appealTitle: appeal.title,
    appealHref: link(paths.appeal, { id: appeal.id }),
    appealPhoto: appealPhotoOrNull(appeal.id, appeal.photos[0]),
    version: appeal.version,
    find: findView(appeal, find, reader),
    next: `finds.next.${find.state}`,
    sendTo: find.state === 'accepted' ? addressOf(appeal.openedBy, reader) : null,
    declinedWords: declinedWords(appeal, find),
    thanks: helped ? sharedThanks(appeal, reader.words) : null,
  };
}

function addressOf(agentId: string, { names, places }: FinderReader) {
  return { name: names.get(agentId) ?? '', place: places.get(agentId) ?? '' };
}

function declinedWords(appeal: Appeal, find: Find): string {
  const event = appeal.timeline.findLast((event) => 'findId' in event && event.findId === find.id);
  return event && 'words' in event ? event.words : '';
}

function sharedThanks(appeal: Appeal, words: ReadonlyMap<string, string>): string | null {
  const event = appeal.timeline.find((event) => event.type === 'customer_thanked');
  return event?.type === 'customer_thanked' ? (words.get(event.messageId) ?? null) : null;
}
