import type { Photo } from './photo';

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

/** Of what a description says, how much must agree to show it, and to call it the very same. */
export const agreement = { shown: 0.3, likely: 0.62, look: 0.5 } as const;

/** @returns under what name a suggestion is remembered */
export function candidateKey({ kind, id }: Pick<Suggestion, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}
