import { z } from 'zod';
import type { Card } from '../../../appeals/card';
import { shippable } from '../../../appeals/ship';
import { allowedActions } from '../../../domain/allowed-actions';
import { type Appeal, kinds } from '../../../domain/appeal';
import { outcomes, statuses } from '../../../domain/appeal-status';
import { approvalOf } from '../../../domain/approval';
import { channels } from '../../../domain/channels';
import { link, paths } from '../../../paths';
import { type ApiReader, attributeSchema, type CaseReader, instant, listOf, personJson, personSchema } from './parts';
import { appealPhotoJson, photoSchema } from './photo';

/** What of a case the API does. */
const offered = [
  'publish',
  'offer_find',
  'reserve_spare',
  'ship',
  'confirm_delivery',
  'close',
  'reopen',
  'send_update',
] as const;

const agentPart = z
  .strictObject({
    channel: z.enum(channels),
    approval: z.enum(['unasked', 'asked', 'given', 'changes_wished', 'withdrawn', 'void']),
    openedAt: instant,
    shippable: z.int(),
  })
  .meta({ id: 'AppealForAgents' });

/** One case: what all may read, and for agents what is theirs besides. */
export const appealSchema = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    url: z.url(),
    kind: z.enum(kinds),
    status: z.enum(statuses),
    outcome: z.enum(outcomes).nullable(),
    title: z.string(),
    story: z.string(),
    sought: z.array(attributeSchema),
    place: z.string(),
    lostOn: z.string().nullable(),
    hashtags: z.array(z.string()),
    reward: z.string(),
    photos: z.array(photoSchema),
    entryId: z.string().nullable(),
    openedBy: personSchema,
    publishedAt: instant.nullable(),
    mergedInto: z.string().nullable(),
    actions: z.array(z.enum(offered)),
    agent: agentPart.nullable(),
  })
  .meta({ id: 'Appeal' });

export type AppealJson = z.infer<typeof appealSchema>;

/** What is published of a case. How the search for a person ended is not told to all. */
function colleagueAppealJson(appeal: Appeal, reader: ApiReader): AppealJson {
  const allowed = allowedActions(reader.actor, appeal);
  return {
    id: appeal.id,
    version: appeal.version,
    url: reader.baseUrl + link(paths.appeal, { id: appeal.id }),
    kind: appeal.kind,
    status: appeal.status,
    outcome: appeal.kind === 'person' ? null : appeal.outcome,
    title: appeal.title,
    story: appeal.story,
    sought: appeal.sought.map(({ label, value }) => ({ label, value })),
    place: appeal.place,
    lostOn: appeal.lostOn || null,
    hashtags: [...appeal.hashtags],
    reward: appeal.reward,
    photos: appeal.photos.map((photo) => appealPhotoJson(appeal.id, photo, reader)),
    entryId: appeal.entryId ?? null,
    openedBy: personJson(appeal.openedBy, reader),
    publishedAt: appeal.publishedAt?.toISOString() ?? null,
    mergedInto: appeal.mergedInto,
    actions: offered.filter((action) => allowed.includes(action)),
    agent: null,
  };
}

/** The same with what agents know besides; the customer is a resource apart. */
function agentAppealJson(appeal: Appeal, reader: ApiReader): AppealJson {
  return {
    ...colleagueAppealJson(appeal, reader),
    outcome: appeal.outcome,
    agent: {
      channel: appeal.channel,
      approval: approvalOf(appeal),
      openedAt: appeal.openedAt.toISOString(),
      shippable: appeal.status === 'at_desk' ? shippable(appeal) : 0,
    },
  };
}

/** @returns the case in the projection of whoever reads */
export function appealJson(appeal: Appeal, reader: CaseReader): AppealJson {
  return reader.reads ? agentAppealJson(appeal, reader) : colleagueAppealJson(appeal, reader);
}

/** A published case among others. */
export const cardSchema = z
  .strictObject({
    id: z.string(),
    url: z.url(),
    kind: z.enum(kinds),
    status: z.enum(statuses),
    outcome: z.enum(outcomes).nullable(),
    title: z.string(),
    place: z.string(),
    photo: photoSchema.nullable(),
    publishedAt: instant,
    finds: z.int(),
    followers: z.int(),
  })
  .meta({ id: 'AppealCard' });

export const cardsSchema = listOf(cardSchema, 'AppealCards');

/** The same for everybody. */
export function cardJson(card: Card, reader: Pick<ApiReader, 'baseUrl'>): z.infer<typeof cardSchema> {
  const { id, kind, status, place, finds, followers } = card;
  return {
    id,
    url: reader.baseUrl + link(paths.appeal, { id }),
    kind,
    status,
    outcome: kind === 'person' ? null : card.outcome,
    title: card.title.map(({ text }) => text).join(''),
    place,
    photo: card.photo && appealPhotoJson(id, card.photo, reader),
    publishedAt: card.publishedAt.toISOString(),
    finds,
    followers,
  };
}
