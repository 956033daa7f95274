/** What an account may be; every account is an employee, an agent or admin is one on top. */
export const roles = ['employee', 'agent', 'admin'] as const;
export type Role = (typeof roles)[number];

/** An employee who is signed in. */
export interface AccountActor {
  readonly kind: 'account';
  readonly id: string;
  readonly roles: readonly Role[];
}

/** The customer of one case, known by the secret link alone. */
export interface CustomerActor {
  readonly kind: 'customer';
  readonly appealId: string;
}

/** Whoever does something; always passed, never looked up from the surroundings. */
export type Actor = AccountActor | CustomerActor;

/** @returns whether the actor may see and decide everything of a case */
export function isAgent(actor: Actor): boolean {
  return actor.kind === 'account' && actor.roles.includes('agent');
}

/**
 * @returns the account's id
 * @throws Error for customers: nothing they may do asks for an account
 */
export function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw new Error('a customer has no account');
  return actor.id;
}
