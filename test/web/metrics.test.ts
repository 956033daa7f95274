import { pino } from 'pino';
import { createApp } from '../../src/app';
import { countMessages } from '../../src/messages/count-messages';
import { createMetrics } from '../../src/metrics/metrics';
import { paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { addressesIn } from '../support/reading';
import { browser, signIn } from '../support/sign-in';
import { createWorld, planted, type World } from '../support/world';

const token = 'm'.repeat(32);
const bearer = ['Authorization', `Bearer ${token}`] as const;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

/** The same application, watched over. */
function watched() {
  const lines: string[] = [];
  const logger = pino({}, { write: (line: string) => void lines.push(line) });
  const config = { ...test.config, metricsToken: token };
  const app = createApp({ ...test.services, config, logger, metrics: createMetrics(countMessages) });
  return { app, lines };
}

it('is not there without the token, nor where none is configured', async () => {
  const { app } = watched();
  await browser(app).get(paths.metrics).expect(404);
  await browser(app).get(paths.metrics).set('Authorization', `Bearer ${token}x`).expect(404);
  await browser(test.app)
    .get(paths.metrics)
    .set(...bearer)
    .expect(404);
});

it('counts what was answered by the route, and what waits in the outbox', async () => {
  const { app } = watched();
  await browser(app).get(paths.ready).expect(200);
  const { text } = await browser(app)
    .get(paths.metrics)
    .set(...bearer)
    .expect(200)
    .expect('Content-Type', /text\/plain/);
  expect(text).toContain('fundus_request_duration_seconds_count{method="GET",route="/readyz",status="200"} 1');
  expect(text).toContain('fundus_messages{state="failed"} 0');
});

/** Each page of each case; of each photo of each case there are too many. */
function pagesOf(world: World): string[] {
  return addressesIn(world, Object.values(world.tokens)).filter((address) => !address.includes('/photos/'));
}

it('logs and counts every page without a word of anybody, and without an address that opens something', async () => {
  const world = await createWorld(test);
  const { app, lines } = watched();
  const agent = await signIn(app, world.people.agent);
  for (const address of pagesOf(world)) await agent.get(address);
  const { text } = await browser(app)
    .get(paths.metrics)
    .set(...bearer);
  const told = lines.join('') + text;
  expect(lines.length).toBeGreaterThan(100);
  const marker = planted('').slice('canary'.length);
  for (const secret of [marker, ...Object.values(world.tokens), ...world.mailIds, '127.0.0.1'])
    expect(told).not.toContain(secret);
});
