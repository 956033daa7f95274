import type { AccountActor } from '../../../domain/actor';
import type { Appeal } from '../../../domain/appeal';
import { carriers } from '../../../domain/carriers';
import type { CatalogueEntry } from '../../../domain/catalogue-entry';
import { conditions, handOverWays } from '../../../domain/find';
import type { Translate } from '../../../i18n/translator';
import { link, paths } from '../../../paths';
import { appealActionsFor } from '../appeal-actions';
import type { AppealPage } from '../appeal-page';
import { findView, type RejectedForm } from '../find-view';
import { options } from '../option';
import { type PhotoRow, photoRows } from '../photo-rows';
import { appealPhoto } from '../photo-view';
import { rail } from '../rail';
import { statusLabel } from '../status-label';
import { timelineView } from '../timeline-view';
import { publishedView } from './published';

/** What a presenter of the appeal page needs besides the case itself. */
export interface AppealReader {
  actor: AccountActor;
  t: Translate;
  /** Names of accounts by id. */
  names: ReadonlyMap<string, string>;
  /** Words of thanks the customer agreed to show, by message id. */
  words: ReadonlyMap<string, string>;
  /** The thing of the catalogue that is sought; null where nobody has said. */
  entry: CatalogueEntry | null;
  /** How many notices of the case the viewer has not read, when that was so, and whether they want none. */
  unread: number;
  now: Date;
  muted: boolean;
  /** The form that came back, if one did; `findId` where it was about a find. */
  rejected?: RejectedForm;
  /** Where the viewer sits; empty where they have not said. */
  place: string;
  /** Photos that came with a refused form, or ahead of it. */
  waiting: readonly PhotoRow[];
}

/** The appeal as published: nothing of the customer, and of finds only the viewer's own. */
export function colleagueAppeal(appeal: Appeal, reader: AppealReader): AppealPage {
  const { actor, names, rejected } = reader;
  const action = appealActionsFor(actor, appeal);
  const following = appeal.followers.includes(actor.id);
  return {
    id: appeal.id,
    version: appeal.version,
    ...publishedView(appeal, (photo) => appealPhoto(appeal.id, photo)),
    status: appeal.status,
    statusLabel: statusLabel(appeal),
    photos: appeal.photos.map((photo) => ({ ...appealPhoto(appeal.id, photo), editHref: null })),
    rail: rail(appeal),
    entry: reader.entry && { name: reader.entry.name, href: link(paths.entry, { entryId: reader.entry.id }) },
    openedByName: names.get(appeal.openedBy) ?? '',
    publishedAt: appeal.publishedAt,
    followers: appeal.followers.length,
    following,
    followAction: link(following ? paths.unfollow : paths.follow, { id: appeal.id }),
    looks: appeal.timeline.filter((event) => event.type === 'looked').length,
    news: news(appeal, reader),
    muted: reader.muted,
    muteAction: link(reader.muted ? paths.muteEnd : paths.mute, { id: appeal.id }),
    mergedHref: appeal.mergedInto && link(paths.appeal, { id: appeal.mergedInto }),
    lookAction: action('look'),
    offerAction: action('offer_find'),
    leadAction: action('give_lead'),
    offerPlace: reader.place,
    hintAction: action('give_hint'),
    claimAction: action('make_claim'),
    offerPhotos: photoRows(rejected?.form.values ?? {}, reader.waiting),
    conditions: options(conditions, 'condition', rejected?.form.values.condition ?? 'good'),
    ownFinds: appeal.finds.filter(({ finder }) => finder === actor.id).map((find) => findView(appeal, find, reader)),
    handOverWays: options(handOverWays, 'handOver', rejected?.form.values.way ?? 'in_house_post'),
    carriers: options(carriers, 'carrier', rejected?.form.values.carrier ?? 'dhl'),
    timeline: timelineView(appeal, { ...reader, projection: 'colleague' }),
    rejected: rejected?.name ?? null,
    rejectedPrefix: rejected?.findId ?? `${rejected?.name}-`,
    form: rejected?.form ?? null,
    agent: null,
    reasonPanel: null,
  };
}

function news({ id }: Appeal, { unread, now }: AppealReader): AppealPage['news'] {
  return unread > 0 ? { count: unread, readAction: link(paths.noticesRead, { id }), until: now.getTime() } : null;
}
