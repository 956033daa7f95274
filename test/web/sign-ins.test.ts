import { SignInModel } from '../../src/models/sign-in';
import { link, paths } from '../../src/paths';
import { type Account, createAccount } from '../../src/people/accounts';
import { browserWords } from '../../src/people/browser-words';
import { signInsOf } from '../../src/people/sign-ins';
import { startTestApp, type TestApp } from '../support/app';
import { openStream } from '../support/event-stream';
import { admin, colleague, testPassword } from '../support/factories';
import { visibleText } from '../support/html';
import { type Listening, listening, signedInAt } from '../support/listening';
import { browser, signIn } from '../support/sign-in';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1';

let test: TestApp;
let here: Listening;
beforeAll(async () => {
  test = await startTestApp();
  here = await listening(test.app);
});
afterAll(async () => {
  here.close();
  await test.stop();
});

/** Signs in with another browser. */
async function signInWith(person: Account, userAgent: string) {
  const visitor = browser(test.app).set('User-Agent', userAgent);
  const form = { email: person.email, password: testPassword, next: '' };
  await visitor.post(paths.signIn).type('form').send(form).expect(303);
  return visitor;
}

const end = (visitor: ReturnType<typeof browser>, signInId: string) =>
  visitor.post(link(paths.signInEnd, { signInId })).type('form').send({});

describe('what a browser says of itself', () => {
  it.each([
    [firefox, { browser: 'Firefox', system: 'Linux', device: 'desktop' }],
    [phone, { browser: 'Safari', system: 'iOS', device: 'mobile' }],
    ['', { browser: '', system: '', device: 'unknown' }],
  ])('is said in words: %s', (userAgent, words) => expect(browserWords(userAgent)).toEqual(words));

  it('may be anything', () => {
    const { browser: name, device } = browserWords(`<script>${'x'.repeat(100_000)}`);
    expect(name.length).toBeLessThanOrEqual(40);
    expect(device).toBe('unknown');
  });
});

describe('the profile', () => {
  it('shows where somebody is signed in, this place first, and nobody else’s', async () => {
    const [person, other] = [await colleague(), await colleague()];
    const desk = await signInWith(person, firefox);
    await signInWith(person, phone);
    await signInWith(other, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0.0.0 Edg/120.0.0.0');
    const text = visibleText((await desk.get(paths.profile).expect(200)).text);
    expect(text).toMatch(/Firefox on Linux Here .*Safari on iOS last seen now/);
    expect(text).not.toContain('Edge');
  });

  it('ends one of them, at once', async () => {
    const person = await colleague();
    const [desk, pocket] = [await signInWith(person, firefox), await signInWith(person, phone)];
    const signIns = await signInsOf(person);
    const away = signIns.find(({ browser: name }) => name === 'Safari')?.id ?? '';
    await end(desk, away).expect(303).expect('Location', paths.profile);
    await pocket.get(paths.profile).expect(303);
    expect(visibleText((await desk.get(paths.profile)).text)).not.toContain('Safari');
    await end(desk, away).expect(404);
    await end(desk, 'nothing').expect(404);
  });

  it('ends nobody else’s, and not from elsewhere', async () => {
    const [person, other] = [await colleague(), await colleague()];
    const [visitor, stranger] = [await signIn(test.app, person), await signIn(test.app, other)];
    const [own] = await signInsOf(person);
    await end(stranger, own?.id ?? '').expect(404);
    for (const path of [paths.signInsEnd, link(paths.signInEnd, { signInId: own?.id ?? '' })])
      await visitor.post(path).set('Sec-Fetch-Site', 'cross-site').type('form').send({}).expect(403);
    await visitor.get(paths.profile).expect(200);
  });
});

describe('whoever is signed out', () => {
  it.each<[string, (person: Account) => Promise<unknown>]>([
    [
      'everywhere',
      async (person) => (await signIn(test.app, person)).post(paths.signInsEnd).type('form').send({}).expect(303),
    ],
    ['by an admin who takes the account out of use', deactivateAsAdmin],
    [
      'by another password',
      async (person) => {
        const form = { currentPassword: testPassword, password: 'a whole new sentence' };
        const visitor = await signIn(test.app, person);
        await visitor.post(paths.password).type('form').send(form).expect(303);
        await visitor.get(paths.profile).expect(200);
        expect(await signInsOf(person)).toHaveLength(1);
      },
    ],
  ])('%s hears it in open pages, too', async (_how, signOut) => {
    const person = await createAccount({
      ...{ name: 'Lea Live', email: `lea-${Date.now()}@fundus.example`, password: testPassword, roles: [] },
    });
    const elsewhere = await signedInAt(here.address, person);
    const stream = await openStream(here.address, elsewhere);
    await signOut(person);
    await stream.ended;
    expect(stream.said().map(({ event }) => event)).toContain('ended');
    const answer = await fetch(here.address + paths.profile, { headers: elsewhere, redirect: 'manual' });
    expect(answer.status).toBe(303);
  });

  async function deactivateAsAdmin({ id }: Account): Promise<void> {
    const office = await signIn(test.app, await admin());
    await office
      .post(link(paths.accountDeactivation, { accountId: id }))
      .type('form')
      .send({})
      .expect(303);
  }
});

it('signing out ends the sign-in, and not only the session', async () => {
  const person = await colleague();
  const visitor = await signIn(test.app, person);
  await visitor.post(paths.signOut).type('form').send({}).expect(303);
  expect(await signInsOf(person)).toEqual([]);
});

describe('a sign-in', () => {
  it('ends by itself when nobody comes any more', async () => {
    const person = await colleague();
    const visitor = await signIn(test.app, person);
    await SignInModel.updateOne({ account: person.id }, { expiresAt: new Date(Date.now() - 1000) });
    await visitor.get(paths.profile).expect(303);
  });

  it('goes on with what somebody does, not with what their page asks for by itself', async () => {
    const person = await colleague();
    const visitor = await signIn(test.app, person);
    const old = new Date(Date.now() - 60 * 60 * 1000);
    await SignInModel.updateOne({ account: person.id }, { seenAt: old });
    await visitor.get(paths.board).set('X-Live', 'page').expect(200);
    expect((await signInsOf(person))[0]?.seenAt).toEqual(old);
    await visitor.get(paths.board).expect(200);
    expect((await signInsOf(person))[0]?.seenAt.getTime()).toBeGreaterThan(Date.now() - 10_000);
  });

  it('keeps words and no name of the browser itself', async () => {
    const person = await colleague();
    await signInWith(person, `${firefox} canary-4711`);
    expect(JSON.stringify(await SignInModel.find({ account: person.id }).lean())).not.toMatch(/canary|128\.0|rv:/);
  });
});
