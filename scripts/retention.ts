import { parseArgs } from 'node:util';
import { createSeals } from '../src/audit/seal';
import { createAuditTrail } from '../src/audit/trail';
import { readConfig } from '../src/config';
import { createPhotoStore } from '../src/photos/photo-store';
import { type CaseReport, keepTheRules, type Listener, listDue } from '../src/retention/keep-the-rules';
import type { PileDue } from '../src/retention/piles';
import { connectStore } from '../src/store/connect';
import { runScript } from './run-script';

const usage = `Erases what is kept no longer, by the table in src/domain/retention.ts and RETENTION_DAYS.

  npm run retention [-- --dry-run]

--dry-run  say what would go and why, and touch nothing

The application does the same once a day. With the embedded store, stop it first, or leave it to the application.`;

runScript(usage, async () => {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' } } });
  const config = readConfig(process.env);
  const store = await connectStore(config);
  const audit = createAuditTrail(
    createSeals(config.auditSecret),
    (error) => void process.stderr.write(`${String(error)}\n`),
  );
  const { dataDir, retentionDays: days } = config;
  const tools = { photoStore: createPhotoStore(config.uploadsDir), dataDir, days, audit };
  const listener = printing();
  try {
    await (values['dry-run'] ? listDue(tools, listener) : keepTheRules(tools, listener));
    print(listener.said() > 0 ? `${listener.said()} in all.` : 'Nothing is due.');
  } finally {
    await audit.settled();
    await store.close();
  }
});

/** One line for each thing due: what nobody can tell anything of anybody by. */
function printing(): Listener & { said(): number } {
  let said = 0;
  const say = (line: string) => {
    said++;
    print(line);
  };
  return { case: (report) => say(lineOf(report)), pile: (due) => say(pileLine(due)), said: () => said };
}

function lineOf({ rule, appealId, kind, ending, endedAt, holdings }: CaseReport): string {
  const held = Object.entries(holdings).map(([what, count]) => `${what} ${count}`);
  const goes = [rule.goes, ...held].join(', ');
  return `case ${appealId}: ${kind}, ${ending} ${dayOf(endedAt)}; ${rule.id}, ${rule.days} days: ${goes}`;
}

function pileLine({ rule, days, before, count }: PileDue): string {
  return `${rule}, ${days} days: ${count} from before ${dayOf(before)}`;
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
