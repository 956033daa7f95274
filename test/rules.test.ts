import { execFile } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../src/config';

interface Violation {
  from: string;
  rule: { name: string };
}

const program = path.join(projectRoot, 'node_modules', '.bin', 'depcruise');
const rules = path.join(projectRoot, '.dependency-cruiser.cjs');
const fixture = path.join(projectRoot, 'test', 'fixtures', 'forbidden-imports');

/** Forbidden imports make it end with an error; what it prints is complete all the same. */
function violations(): Promise<Violation[]> {
  return new Promise((resolve, reject) => {
    const options = ['--config', rules, '--output-type', 'json', 'src', 'scripts'];
    execFile(program, options, { cwd: fixture }, (_error, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr));
      else resolve(JSON.parse(stdout).summary.violations);
    });
  });
}

it('finds every kind of forbidden import, of types too', async () => {
  const found = (await violations()).map(({ from, rule }) => `${from}: ${rule.name}`);
  expect(found.sort()).toEqual(
    [
      'scripts/knows-models.ts: scripts-use-verbs',
      'src/appeals/circle.ts: no-cycles-between-rooms',
      'src/cellar/unknown-room.ts: rooms-are-known',
      'src/domain/knows-models.ts: domain-imports',
      'src/domain/knows-nothing-there.ts: resolvable',
      'src/people/knows-web.ts: people-imports',
      'src/people/knows-web.ts: web-is-for-app-and-routes',
      'src/store/knows-embedded.ts: embedded-store-is-hidden',
      'src/web/knows-models.ts: web-imports',
    ].sort(),
  );
});
