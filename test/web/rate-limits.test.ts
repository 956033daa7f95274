import type { Express } from 'express';
import { link, paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { colleague } from '../support/factories';
import { visibleText } from '../support/html';
import { browser, signIn } from '../support/sign-in';

let test: TestApp;
let app: Express;
beforeAll(async () => {
  test = await startTestApp();
  app = test.configured({ WRITES_PER_MINUTE: '3', STATUS_REQUESTS_PER_MINUTE: '3' });
});
afterAll(() => test.stop());

const english = ['Accept-Language', 'en'] as const;
const own = ['Sec-Fetch-Site', 'same-origin'] as const;

/** A look at a case that is not there: counted, and refused like any other. */
const nowhere = link(paths.looks, { id: '0'.repeat(24) });

it('keeps one account from changing things faster than people do, in all processes, and nobody else', async () => {
  const [busy, calm] = [await signIn(app, await colleague()), await signIn(app, await colleague())];
  for (const _time of [1, 2, 3])
    await busy
      .post(nowhere)
      .set(...own)
      .expect(404);
  const refused = await busy
    .post(nowhere)
    .set(...own)
    .set(...english)
    .type('form')
    .send({ place: 'Keller West' });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(visibleText(refused.text)).toContain('very many requests');
  expect(refused.text).toContain('Keller West');
  await calm
    .post(nowhere)
    .set(...own)
    .expect(404);
});

it('gives the words of a form with photos back, too', async () => {
  const busy = await signIn(app, await colleague());
  for (const _time of [1, 2, 3]) await busy.post(nowhere).set(...own);
  const refused = await busy
    .post(link(paths.finds, { id: '0'.repeat(24) }))
    .set(...own)
    .field('place', 'Schrank im Flur')
    .attach('photos', Buffer.from('nothing'), 'a.jpg');
  expect(refused.status).toBe(429);
  expect(refused.text).toContain('Schrank im Flur');
});

it('reads as often as it likes', async () => {
  const reader = await signIn(app, await colleague());
  for (const _time of [1, 2, 3, 4, 5]) await reader.get(paths.board).expect(200);
});

it('keeps an address from trying status links one after the other, and shows it nothing of the house', async () => {
  const guess = (n: number) =>
    browser(app)
      .get(link(paths.status, { token: `guess-${n}` }))
      .set(...english);
  for (const n of [1, 2, 3]) expect((await guess(n)).status).toBe(404);
  const refused = await guess(4);
  expect(refused.status).toBe(429);
  expect(refused.text).not.toContain(`href="${paths.signIn}"`);
});
