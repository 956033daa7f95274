/**
 * Collections that are not backed up: who is signed in, and failed attempts to; tokens of programs, as one that was
 * revoked since must not come back; forms just sent; who looks at what; jobs, which the records they stand for bring
 * about anew. A restored application asks everybody to sign in again.
 */
const passing = ['sessions', 'signins', 'apitokens', 'attempts', 'jobs', 'submissions', 'presences'];

/** Whether a collection belongs in a backup. */
export function isKept({ name }: { name: string }): boolean {
  return !passing.includes(name);
}

/**
 * Collections a restore adds to instead of replacing them: what was erased since the backup was made stays erased. They
 * say nothing of anybody, so that a database that holds nothing else is empty.
 */
const lasting = ['tombstones'];

/** Whether what is in a collection outlives a restore. */
export function isLasting({ name }: { name: string }): boolean {
  return lasting.includes(name);
}
