import type { Photo } from './photo';
import type { Fit } from './words/compare';

/** What may be suggested: something on the shelf, a find offered elsewhere, or an appeal for the same thing. */
export const candidateKinds = ['spare', 'find', 'appeal'] as const;
export type CandidateKind = (typeof candidateKinds)[number];

/** Something that may be what an appeal seeks, and why. */
export interface Suggestion {
  kind: CandidateKind;
  /** Of the spare, the find or the appeal. */
  id: string;
  /** The appeal it belongs to: its own for an appeal, the one it was offered for; null for a spare. */
  appealId: string | null;
  title: string;
  /** Where it is, or where it was lost. */
  place: string;
  photo: Photo | null;
  quantity: number;
  /** What both say. */
  words: string[];
  /** How alike the photos look, 0 to 1; null where they do not, or there are none. */
  look: number | null;
  /** Both are one thing of the catalogue. */
  sameEntry: boolean;
  /** How much of it agrees, 0 to 1. */
  share: number;
  /** So much agrees that it is probably the very same. */
  likely: boolean;
}

/** How much must agree to show a thing: of what the description says, and of the look. */
export const agreement = { shown: 0.3, look: 0.5 } as const;

/** Evidence from which on words are said to mean the very same; how seldom that is wrong is measured by the tests. */
const surely = 5.5;

/** @returns whether words alone make it probable that both are the very same */
export function saysTheSame({ evidence, contradicts }: Pick<Fit, 'evidence' | 'contradicts'>): boolean {
  return evidence >= surely && !contradicts;
}

/** @returns under what name a suggestion is remembered */
export function candidateKey({ kind, id }: Pick<Suggestion, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}
