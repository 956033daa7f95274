import { once } from 'node:events';
import { connect } from 'node:net';
import { paths } from '../../src/paths';
import { eventually } from '../support/eventually';
import { type Installation, makeInstallation } from '../support/installation';
import { faultsIn } from '../support/log-lines';
import { run } from '../support/process';
import { CasePage } from './support/case-page';
import { type Colour, plainPicture } from './support/colours';
import { production } from './support/production';
import { Visitor } from './support/visitor';

const pink: Colour = [230, 120, 160];

let installation: Installation;

beforeAll(async () => {
  installation = await makeInstallation(production);
  await installation.createUser({ name: 'Mira Anders', email: 'mira@fundus.example', roles: ['agent'] });
}, 60_000);

afterAll(() => installation?.remove());

it('finishes an upload under way when it is told to stop, and has it after the next start', async () => {
  const agent = new Visitor(installation.port);
  const first = await installation.start();
  await agent.signIn('mira@fundus.example');
  const fields = { kind: 'item', intent: 'publish', title: 'Langsam gesendet', story: 'Ein Esel.', channel: 'phone' };
  const upload = await agent.begins(paths.appeals, {
    ...fields,
    customerLanguage: 'de',
    photos: await plainPicture(pink),
  });

  first.child.kill('SIGTERM');
  await eventually('new connections to be refused', () => refused(installation.port));
  const { status, location } = await upload.finish();
  expect(status).toBe(303);
  expect(await first.ended).toBe(0);
  expect(faultsIn(first.errors())).toEqual([]);

  const second = await installation.start();
  const page = new CasePage(await agent.page(location));
  expect(page.html).toContain('Langsam gesendet');
  expect(page.status).toBe('searching');
  expect((await agent.get(page.html.match(/\/appeals\/\w+\/photos\/\w+\/large\.jpg/)?.[0] ?? '')).status).toBe(200);
  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
}, 60_000);

it('names everything production needs and nobody set, and ends', async () => {
  const app = run('src/main', { NODE_ENV: 'production' });
  expect(await app.ended).toBe(1);
  const named = ['SESSION_SECRET', 'BASE_URL', 'MONGODB_URI'].filter((name) =>
    app.errors().includes(`${name}: missing`),
  );
  expect(named).toEqual(['SESSION_SECRET', 'BASE_URL', 'MONGODB_URI']);
  expect(app.output()).toBe(app.errors());
}, 60_000);

async function refused(port: number): Promise<true | undefined> {
  const connection = connect(port, '127.0.0.1');
  try {
    await once(connection, 'connect');
    return undefined;
  } catch {
    return true;
  } finally {
    connection.destroy();
  }
}
