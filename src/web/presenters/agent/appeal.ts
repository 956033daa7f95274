import type { Customer } from '../../../customers/customer';
import type { Appeal } from '../../../domain/appeal';
import { outcomesFor } from '../../../domain/appeal-status';
import { approvalOf } from '../../../domain/approval';
import { trackingLink } from '../../../domain/carriers';
import type { CatalogueEntry } from '../../../domain/catalogue-entry';
import type { FoundThing } from '../../../domain/found-thing';
import type { PersonSearch } from '../../../domain/person-search';
import type { Deadlines, Spare } from '../../../domain/spare';
import type { Message } from '../../../messages/find-messages';
import { link, paths } from '../../../paths';
import { appealActionsFor } from '../appeal-actions';
import type { AgentPart, AppealPage } from '../appeal-page';
import { type AppealReader, colleagueAppeal } from '../colleague/appeal';
import { findView } from '../find-view';
import { namedOptions } from '../named-option';
import { options } from '../option';
import { appealPhoto } from '../photo-view';
import { spareCard } from '../spare-view';
import { agentStatusLabel } from '../status-label';
import { timelineView } from '../timeline-view';
import { customerView } from './customer';
import { messageView } from './message';
import { ownerView } from './owner';
import { personView } from './person';

/** What an agent sees on top of what is published. */
export interface AgentReader extends AppealReader {
  /** Null once erased. */
  customer: Customer | null;
  messages: readonly Message[];
  /** The customer's link in the clear; null when there is none. */
  statusUrl: string | null;
  /** The whole catalogue, to choose from. */
  entries: readonly CatalogueEntry[];
  /** Spares of the same catalogue entry. */
  spares: readonly Spare[];
  deadlines: Deadlines;
  /** Day by which the customer hears next, `YYYY-MM-DD`; null where nothing is open. */
  hearsBy: string | null;
  /** Ids of mails that hold more than their words show, by message id. */
  originals: ReadonlyMap<string, string>;
  /** How many colleagues know about one of the hashtags. */
  knowing: number;
  /** What is known of the person sought; null where none is. */
  personSearch: PersonSearch | null;
  /** What is withheld of a found thing; null where none was found. */
  foundThing: FoundThing | null;
  /** How long one is kept. */
  keepDays: number;
  /** Pieces that lie ready to be shipped. */
  shippable: number;
}

/** Everything of a case. */
export function agentAppeal(appeal: Appeal, reader: AgentReader): AppealPage {
  return {
    ...colleagueAppeal(appeal, reader),
    statusLabel: agentStatusLabel(appeal),
    photos: appeal.photos.map((photo) => ({
      ...appealPhoto(appeal.id, photo),
      editHref: link(paths.editPhoto, { id: appeal.id, photoId: photo.id }),
    })),
    ownFinds: [],
    timeline: timelineView(appeal, { ...reader, projection: 'agent' }),
    agent: agentPart(appeal, reader),
  };
}

function agentPart(appeal: Appeal, reader: AgentReader): AgentPart {
  const action = appealActionsFor(reader.actor, appeal);
  const approval = approvalOf(appeal);
  const outcomes = outcomesFor(appeal);
  return {
    person: personView(appeal, reader),
    owner: ownerView(appeal, reader),
    erasureHref: link(paths.erasure, { id: appeal.id }),
    customer: reader.customer && customerView(appeal, reader.customer, reader),
    finds: appeal.finds.map((find) => findView(appeal, find, reader)),
    publishAction: action('publish'),
    askAction: action('ask_approval'),
    unaskAction: action('unask_approval'),
    approvalLabel: approval === 'unasked' ? null : `appeal.approval.${approval}`,
    editHref: action('edit'),
    shipAction: action('ship'),
    deliverAction: action('confirm_delivery'),
    closeAction: action('close'),
    outcomes: options(outcomes, 'outcome', outcomes[0]),
    reopenAction: action('reopen'),
    matchesHref: ['draft', 'searching'].includes(appeal.status) ? link(paths.matches, { id: appeal.id }) : null,
    unmergeAction: action('unmerge'),
    watchAction: appeal.kind === 'item' && appeal.outcome === 'not_found' ? paths.watches : null,
    newUpdateHref: action('send_update'),
    presenceAction: link(paths.presence, { id: appeal.id }),
    storyHref: appeal.outcome === 'happy' && appeal.kind !== 'person' ? link(paths.story, { id: appeal.id }) : null,
    knowing: reader.knowing,
    shipQuantity: reader.shippable,
    shipments: appeal.shipments.map(({ carrier, trackingNumber, quantity, shippedAt }) => ({
      carrier: `carrier.${carrier}`,
      trackingNumber,
      trackingHref: trackingLink(carrier, trackingNumber),
      quantity,
      shippedAt,
    })),
    spares: reader.spares.map((spare) => spareCard(spare, reader)),
    reserveAction: action('reserve_spare'),
    linkAction: action('edit') && link(paths.appealEntry, { id: appeal.id }),
    entries: namedOptions(reader.entries, appeal.entryId),
    messages: reader.messages.map((message) =>
      messageView(message, {
        statusUrl: reader.statusUrl,
        originalId: reader.originals.get(message.id),
        adoptable: (photo) => action('edit') !== null && !appeal.photos.some(({ id }) => id === photo.id),
      }),
    ),
  };
}
