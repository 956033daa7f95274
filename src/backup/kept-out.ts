/**
 * Collections that are not backed up: who is signed in, and failed attempts to; forms just sent; who looks at
 * what; jobs, which the records they stand for bring about anew. A restored application asks everybody to sign in again.
 */
const passing = ['sessions', 'signins', 'attempts', 'jobs', 'submissions', 'presences'];

/** Whether a collection belongs in a backup. */
export function isKept({ name }: { name: string }): boolean {
  return !passing.includes(name);
}
