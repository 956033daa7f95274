import { createApp } from '../../src/app';
import { link, paths } from '../../src/paths';
import { invite } from '../../src/people/invite';
import { startTestApp, type TestApp } from '../support/app';
import { admin, colleague, testPassword } from '../support/factories';
import { visibleText } from '../support/html';
import { browser, signIn } from '../support/sign-in';

let test: TestApp;
let closed: ReturnType<typeof createApp>;
beforeAll(async () => {
  test = await startTestApp({ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' });
  closed = createApp({ ...test.services, signInWays: { ...test.services.signInWays, local: false } });
});
afterAll(() => test.stop());

it('where both ways are open, the page offers both', async () => {
  const page = await browser(test.app).get(paths.signIn).set('Accept-Language', 'en').expect(200);
  expect(visibleText(page.text)).toContain('or with a password from here');
  expect(page.text).toContain('name="password"');
});

describe('where nobody signs in with a password', () => {
  it('the page offers the other way alone, in the reader’s language', async () => {
    const german = await browser(closed).get(`${paths.signIn}?next=%2Fshelf`).set('Accept-Language', 'de').expect(200);
    expect(visibleText(german.text)).toContain('Mit dem Firmenkonto anmelden');
    expect(german.text).not.toContain('name="password"');
  });

  it('no password opens, and no link to set one', async () => {
    const person = await colleague();
    const form = { email: person.email, password: testPassword, next: '' };
    await browser(closed).post(paths.signIn).type('form').send(form).expect(404);
    const path = link(paths.invitation, { token: await invite(person.id) });
    await browser(closed).get(path).expect(404);
    await browser(closed).post(path).type('form').send({ password: 'a whole new sentence' }).expect(404);
  });

  it('whoever came in with one before is out', async () => {
    const visitor = await signIn(test.app, await admin());
    const cookie = (await visitor.get(paths.accounts).expect(200)).headers['set-cookie']?.toString() ?? '';
    expect((await visitor.get(paths.accounts)).text).toContain('Invite somebody');
    const { statusCode } = await browser(closed)
      .get(paths.accounts)
      .set('Cookie', cookie.split(';')[0] ?? '');
    expect(statusCode).toBe(303);
  });
});
