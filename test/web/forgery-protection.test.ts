import request from 'supertest';
import { paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ BASE_URL: 'https://fundus.example' });
});
afterAll(() => test.stop());

/** Signing out needs neither account nor fields: what is refused here is refused for the sender alone. */
function postFrom(headers: Record<string, string>) {
  return request(test.app).post(paths.signOut).set(headers).type('form').send('');
}

describe('a change', () => {
  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another subdomain', { 'Sec-Fetch-Site': 'same-site' }],
    ['another site, whatever origin it claims', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://fundus.example' }],
    ['another origin', { Origin: 'https://evil.example' }],
    ['another port', { Origin: 'https://fundus.example:8443' }],
    ['without TLS', { Origin: 'http://fundus.example' }],
    ['a sandbox', { Origin: 'null' }],
    ['nobody knows where', {}],
  ])('is refused from %s', async (_where, headers) => {
    const response = await postFrom(headers as Record<string, string>).expect(403);
    expect(response.get('Set-Cookie')).toBeUndefined();
  });

  it.each([
    ['our own page', { 'Sec-Fetch-Site': 'same-origin' }],
    ['the address bar', { 'Sec-Fetch-Site': 'none' }],
    ['our own page in an older browser', { Origin: 'https://fundus.example' }],
  ])('is taken from %s', async (_where, headers) => {
    await postFrom(headers).expect(303);
  });

  it('is taken from the name we are reached under, outside production', async () => {
    await postFrom({ Host: 'localhost:4711', Origin: 'http://localhost:4711' }).expect(303);
  });

  it.each(['put', 'patch', 'delete'] as const)('is refused as %s too', async (method) => {
    await request(test.app)[method](paths.signIn).set('Sec-Fetch-Site', 'cross-site').expect(403);
  });
});

describe('on a status page, which sends no referrer', () => {
  const reply = (headers: Record<string, string>) =>
    request(test.app).post('/status/nobody-holds-this/replies').set(headers).type('form').send('words=Hello');

  it('is taken from an older browser, which calls our page nobody’s: its token is asked for then', async () => {
    await reply({ Origin: 'null' }).expect(404);
    await request(test.app).post('/Status/nobody-holds-this/replies').set({ Origin: 'null' }).expect(404);
  });

  it.each([{ Origin: 'https://evil.example' }, { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }, {}])(
    'is refused from elsewhere: %j',
    async (headers) => {
      await reply(headers as Record<string, string>).expect(403);
    },
  );
});

it('does not bother those who only read', async () => {
  await request(test.app).get(paths.signIn).set('Sec-Fetch-Site', 'cross-site').expect(200);
});

describe('in production', () => {
  it('does not take the Host header for our address', async () => {
    const live = test.configured({ NODE_ENV: 'production', SESSION_SECRET: 'a secret for this test of 32 letters' });
    const sent = request(live).post(paths.signOut).set({ Host: 'evil.example', Origin: 'http://evil.example' });
    await sent.type('form').send('').expect(403);
  });
});
