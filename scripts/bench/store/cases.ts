import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import { kinds } from '../../../src/domain/appeal';
import { type Chance, paragraph, someWords } from './words';

/** Cases an agent works on at the same time; what is older is closed. */
const openPerAgent = 20;
const mostAgents = 120;
const hour = 3_600_000;

/** How many agents share so many cases, two fifths of them or the usual number being open. */
export function agentsFor(size: number): number {
  return Math.min(mostAgents, Math.max(1, Math.floor((size * 0.4) / openPerAgent)));
}

/** Id of the n-th record of a kind; the same in every run. */
export function idOf(kind: number, number: number): Types.ObjectId {
  return new Types.ObjectId(Buffer.from(`${hex(0x65000000 + number, 8)}${hex(kind, 4)}${hex(number, 12)}`, 'hex'));
}

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, '0');
}

export const kindOfId = { account: 1, appeal: 2, customer: 3, message: 4 } as const;

/** The n-th of `size` cases, the higher the newer, as the verbs would have left it after about ten events. */
export function appealRecord(number: number, size: number, chance: Chance) {
  const agents = agentsFor(size);
  const isOpen = number >= size - agents * openPerAgent;
  const openedAt = new Date(Date.UTC(2026, 0, 1) - (size - number) * hour);
  const words = {
    title: someWords(chance, 4),
    story: paragraph(chance, 45),
    sought: ['Size', 'Colour', 'Year'].map((label) => ({ label, value: someWords(chance, 2) })),
    place: someWords(chance, 1),
    lostOn: '2025-05-05',
    hashtags: [someWords(chance, 1)],
    reward: someWords(chance, 3),
  };
  const timeline = timelineOf(number, agents, openedAt, chance);
  return {
    _id: idOf(kindOfId.appeal, number),
    kind: kinds[number % 10 < 7 ? 0 : number % 10 < 9 ? 1 : 2],
    status: isOpen ? (['searching', 'found', 'at_desk', 'on_its_way'] as const)[number % 4] : 'closed',
    version: timeline.length,
    channel: 'email',
    ...words,
    searchWords: [...new Set(`${words.title} ${words.story}`.split(' '))],
    photos: [photo(number * 2), photo(number * 2 + 1)],
    finds: [findOf(number, agents, isOpen ? 'accepted' : 'shelved', openedAt, chance)],
    shipments: [],
    timeline,
    followers: [account(agents + (number % 7)), account(agents + (number % 11))],
    openedBy: account(number % agents),
    openedAt,
    publishedAt: openedAt,
    outcome: isOpen ? null : number % 3 ? 'happy' : 'not_found',
  };
}

function timelineOf(number: number, agents: number, openedAt: Date, chance: Chance) {
  const facts = [
    { type: 'appeal_opened' },
    { type: 'appeal_published' },
    { type: 'lead_given', words: someWords(chance, 8) },
    { type: 'looked', place: someWords(chance, 1) },
    { type: 'find_offered', findId: findId(number), quantity: 2 },
    { type: 'find_accepted', findId: findId(number) },
    { type: 'update_sent', messageId: idOf(kindOfId.message, number * 2).toHexString(), channel: 'email' },
    { type: 'find_handed_over', findId: findId(number), way: 'parcel' },
    { type: 'find_received', findId: findId(number) },
    // One customer in ten writes back.
    number % 10 === 0
      ? { type: 'customer_replied', messageId: idOf(kindOfId.message, number * 2 + 1).toHexString() }
      : { type: 'lead_given', words: someWords(chance, 8) },
    { type: 'update_sent', messageId: idOf(kindOfId.message, number * 2 + 1).toHexString(), channel: 'email' },
  ];
  return facts.map((fact, i) => ({
    ...fact,
    id: uuid(`${number}-${i}`),
    at: new Date(openedAt.getTime() + i * hour),
    actor: { kind: 'account', id: account(i % 2 ? number % agents : agents + (number % 7)) },
  }));
}

function findOf(number: number, agents: number, state: string, offeredAt: Date, chance: Chance) {
  return {
    id: findId(number),
    finder: account(agents + (number % 400)),
    quantity: 2,
    place: someWords(chance, 3),
    condition: 'good',
    words: someWords(chance, 10),
    photo: photo(-number),
    nameForCustomer: false,
    state,
    handOver: { way: 'parcel', carrier: 'dhl', trackingNumber: String(number), at: offeredAt },
    offeredAt,
  };
}

/** @returns id of the n-th account; agents come first */
export function account(number: number): string {
  return idOf(kindOfId.account, number).toHexString();
}

function findId(number: number): string {
  return uuid(`find-${number}`);
}

function photo(number: number) {
  return { id: createHash('sha256').update(`photo ${number}`).digest('hex'), width: 1920, height: 1280 };
}

function uuid(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(12, 15)}`,
    `8${digits.slice(15, 18)}`,
    digits.slice(18, 30),
  ].join('-');
}
