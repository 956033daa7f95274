/** What can become of a found thing nobody has claimed. */
export const disposalWays = ['lost_property_office', 'finder', 'donated', 'destroyed'] as const;
export type DisposalWay = (typeof disposalWays)[number];

const dayMs = 24 * 60 * 60 * 1000;

/** Somebody says that a found thing is theirs. */
export interface Claim {
  id: string;
  /** Account id of the colleague who passes it on; null where it came by the public page. */
  by: string | null;
  /** Whose it is said to be, and how they can be reached. */
  name: string;
  contact: string;
  /** Why it is theirs. */
  words: string;
  at: Date;
  /** How the control question was answered, who asked it and when; the answer itself is written down nowhere. */
  verdict: { right: boolean; by: string; at: Date } | null;
  /** The second agent. */
  release: { by: string; at: Date } | null;
}

/** What became of it in the end, where nobody has claimed it. */
export interface Disposal {
  way: DisposalWay;
  words: string;
  by: string;
  at: Date;
}

/**
 * What the house withholds of a found thing. It stands apart from the case: what is published, searched, counted, told or
 * fed is made of the case alone and so knows nothing of it.
 */
export interface FoundThing {
  appealId: string;
  /** Grows by one with every change; zero while nothing is known. */
  version: number;
  /** What only its owner can know. */
  marks: string;
  /** What whoever claims it is asked. */
  question: string;
  claims: Claim[];
  disposal: Disposal | null;
}

/** @returns whether the control question of a claim may be judged: once, and while it lies here */
export function mayJudge(thing: Pick<FoundThing, 'claims'>, claim: Pick<Claim, 'verdict'>): boolean {
  return claim.verdict === null && !releasedClaim(thing);
}

/** @returns whether a claim waits for the second agent */
export function awaitsRelease(thing: Pick<FoundThing, 'claims'>, { verdict }: Pick<Claim, 'verdict'>): boolean {
  return verdict?.right === true && !releasedClaim(thing);
}

/** @returns whether an agent may release the thing to whoever claims it: nobody alone gives anything away */
export function mayRelease(thing: Pick<FoundThing, 'claims'>, claim: Claim, accountId: string): boolean {
  return awaitsRelease(thing, claim) && claim.verdict?.by !== accountId;
}

/** @returns the claim it was released to; undefined while it lies here */
export function releasedClaim({ claims }: Pick<FoundThing, 'claims'>): Claim | undefined {
  return claims.find(({ release }) => release !== null);
}

/** @returns whether it has been kept for as long as it must be, and nobody who may be right still waits for it */
export function mayBeDisposed(
  thing: Pick<FoundThing, 'claims'>,
  publishedAt: Date | null,
  { keepDays, now }: { keepDays: number; now: Date },
): boolean {
  const waits = thing.claims.some((claim) => claim.verdict === null || claim.verdict.right);
  return !waits && publishedAt !== null && now.getTime() - publishedAt.getTime() >= keepDays * dayMs;
}

/** @returns the thing with one of its claims changed */
export function withClaim(thing: FoundThing, claimId: string, change: Partial<Claim>): FoundThing {
  return { ...thing, claims: thing.claims.map((claim) => (claim.id === claimId ? { ...claim, ...change } : claim)) };
}
