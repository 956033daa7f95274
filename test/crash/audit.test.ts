import { AuditEntryModel } from '../../src/models/audit-entry';
import { link, paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { agent } from '../support/factories';
import { type Installation, makeInstallation } from '../support/installation';
import { signedInAt } from '../support/listening';
import { ownDatabase } from '../support/own-database';
import { person } from '../support/plain-appeal';
import { ownFolder, run } from '../support/process';

const secret = 'one secret for all processes of one house';

let test: TestApp;
let houses: Installation[];
let environment: Record<string, string>;
beforeAll(async () => {
  const MONGODB_URI = ownDatabase();
  environment = { MONGODB_URI, SESSION_SECRET: secret };
  test = await startTestApp(environment);
  houses = [await makeInstallation(environment), await makeInstallation(environment)];
});
afterAll(async () => {
  for (const house of houses) await house.remove();
  await test.stop();
});

const noAnswer = () => ({ status: 0 });

/** What the command says, run as people run it. */
async function verified(args: readonly string[] = []) {
  const { folder, remove } = ownFolder();
  const command = run('scripts/audit-verify', { ...environment, DATA_DIR: folder }, args);
  const code = await command.ended;
  remove();
  return { code, output: command.output() };
}

it('two processes write at once, one is killed, and no reading that was answered is missing', async () => {
  const reader = await agent();
  const cases = casesOf(test.services, { agent: reader, finder: person('finder') });
  const ids = await Promise.all(Array.from({ length: 40 }, async () => (await cases.searching()).id));
  const [first, second] = await Promise.all(houses.map((house) => house.start()));
  const headers = await Promise.all(houses.map(({ url }) => signedInAt(url, reader)));
  const answered: string[] = [];

  /** Opens a page of each case, each time a reading of its own; the first process is killed half way. */
  async function read(house: number): Promise<void> {
    const [page, action] = house === 0 ? [paths.newUpdate, 'composer_read'] : [paths.editAppeal, 'form_read'];
    for (const id of ids) {
      const answer = await fetch(houses[house]?.url + link(page, { id }), { headers: headers[house] ?? {} }).catch(
        noAnswer,
      );
      if (answer.status === 200) answered.push(`${action} ${id}`);
      if (answered.length > 30) first?.child.kill('SIGKILL');
    }
  }
  await Promise.all([read(0), read(1)]);
  expect(await first?.ended).toBeNull();
  second?.child.kill('SIGTERM');
  await second?.ended;

  const recorded = (await AuditEntryModel.find().lean()).map(({ action, object }) => `${action} ${object}`);
  expect(answered.length).toBeGreaterThan(40);
  expect(answered.filter((reading) => !recorded.includes(reading))).toEqual([]);
  const { code, output } = await verified();
  expect([code, output]).toEqual([
    0,
    expect.stringContaining(`${recorded.length} entries are as they were written, from 2`),
  ]);
});

it('the command names the first entry that is broken, and fails', async () => {
  await test.services.audit.record({ by: 'system', roles: '', action: 'case_read', object: 'x' });
  await test.services.audit.settled();
  const { number, seal } = await test.services.audit.end();
  expect((await verified(['--end', `${number}:${seal}`])).code).toBe(0);
  expect(await verified(['--end', 'nonsense'])).toMatchObject({ code: 1, output: expect.stringContaining('--end') });
  await test.connection.collection<{ _id: number }>('auditentries').updateOne({ _id: 3 }, { $set: { by: 'nobody' } });
  expect(await verified()).toEqual({
    code: 1,
    output: expect.stringMatching(/^2 entries are as they were written, from .*\nentry 3 was changed/),
  });
});
