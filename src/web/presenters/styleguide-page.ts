import { kinds } from '../../domain/appeal';
import { type Status, statuses } from '../../domain/appeal-status';
import { channels } from '../../domain/channels';
import { findStates } from '../../domain/find';
import { messageStates } from '../../domain/message';
import { paths } from '../../paths';
import type { CardView } from './board-page';
import { type Option, options } from './option';
import type { RailStep } from './rail';
import { statusLabel } from './status-label';
import { timelineIcons } from './timeline-icons';
import type { EventView } from './timeline-view';

/** Every component in all its states, for whoever builds pages. Labels are locale keys. */
export interface StyleguidePage {
  schemes: readonly string[];
  statuses: { status: string; label: string }[];
  findStates: { state: string; label: string }[];
  messageStates: { state: string; label: string }[];
  rails: RailStep[][];
  kinds: Option[];
  channels: Option[];
  cards: CardView[];
  events: EventView[];
  example: { place: string; reward: string };
}

const steps = ['searching', 'found', 'collecting', 'at_desk', 'on_its_way', 'delivered'] as const;

/** @param now when the examples happened */
export function styleguidePage(now: Date): StyleguidePage {
  return {
    schemes: ['light', 'dark'],
    statuses: [
      ...statuses.map((status) => ({ status, label: statusLabel({ kind: 'item', status, outcome: null }) })),
      { status: 'closed', label: statusLabel({ kind: 'item', status: 'closed', outcome: 'happy' }) },
    ],
    findStates: findStates.map((state) => ({ state, label: `find.state.${state}` })),
    messageStates: messageStates.map((state) => ({ state, label: `update.state.${state}` })),
    rails: [0, 3, steps.length].map((reached) => railAt(reached, now)),
    kinds: options(kinds, 'kind', 'item'),
    channels: options(channels, 'channel', 'email'),
    cards: kinds.map((kind, place) => cardOf(kind, statuses[place + 1] ?? 'searching', now)),
    events: eventsAt(now),
    example: { place: 'Hamburg, Raum 2.14', reward: 'Große, glückliche Kinderaugen' },
  };
}

function railAt(reached: number, now: Date): RailStep[] {
  return steps.map((step, place) => ({
    label: `rail.${step}`,
    state: place < reached ? 'done' : place === reached ? 'current' : 'ahead',
    at: place <= reached ? now : null,
  }));
}

function cardOf(kind: string, status: Status, publishedAt: Date): CardView {
  return {
    href: paths.styleguide,
    title: [{ text: 'Plüschesel mit rosa Kapuzenshirt', hit: false }],
    excerpt: [],
    kind,
    kindLabel: `kind.${kind}`,
    status,
    statusLabel: statusLabel({ kind: 'item', status, outcome: null }),
    photo: null,
    place: 'Hamburg',
    publishedAt,
    finds: 2,
    followers: 14,
  };
}

function eventsAt(at: Date): EventView[] {
  const values = { actor: 'Mira Anders', finder: 'Paul Lindner', count: 1 };
  const types = ['appeal_published', 'find_offered', 'delivered'] as const;
  return types.map((type) => ({
    type,
    icon: timelineIcons[type],
    at,
    sentence: `timeline.agent.${type}`,
    values,
    words: type === 'find_offered' ? 'Zwei Stück, im Schrank.' : null,
    href: null,
  }));
}
