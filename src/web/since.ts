import { LostRace } from '../appeals/lost-race';
import { accountsIn } from '../domain/accounts-in';
import type { Appeal } from '../domain/appeal';
import type { Projection } from '../domain/timeline-audience';
import type { Conflict } from '../errors';
import { translator } from '../i18n/translator';
import { namesOf } from '../people/accounts';
import { type EventView, timelineView } from './presenters/timeline-view';
import type { Viewer } from './viewer';

/** @returns what happened meanwhile in the case, as far as the viewer may know, the oldest first */
export async function presentSince(conflict: Conflict, viewer: Viewer): Promise<EventView[]> {
  return conflict instanceof LostRace ? eventsOf(conflict.appeal, viewer) : [];
}

/** @returns the timeline of a case as far as the viewer may know, the oldest first */
export async function eventsOf(appeal: Appeal, viewer: Viewer): Promise<EventView[]> {
  const reader = {
    projection: projectionOf(viewer),
    t: translator(viewer.language),
    names: await namesOf(accountsIn(appeal)),
    words: new Map<string, string>(),
  };
  return timelineView(appeal, reader).reverse();
}

/** Only customers come without an account to a page about a case. */
function projectionOf({ actor, roles }: Viewer): Projection {
  if (!actor) return 'customer';
  return roles.includes('agent') ? 'agent' : 'colleague';
}
