import type { Jobs } from '../jobs/jobs';
import type { Link } from './seal';
import type { AuditTrail } from './trail';

const name = 'note the end of the audit';

/**
 * Has written down elsewhere where the audit ends: whoever has the database can cut off its end, but not that note.
 * @param note writes it down
 */
export function defineAuditNotes(jobs: Jobs, trail: Pick<AuditTrail, 'end'>, note: (end: Link) => void): void {
  let noted = 0;
  jobs.agenda.define(name, async () => {
    const end = await trail.end();
    if (end.number <= noted) return;
    noted = end.number;
    note(end);
  });
  jobs.every('5 minutes', name);
}
