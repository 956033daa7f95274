import request from 'supertest';
import { paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { colleague, testPassword } from '../support/factories';
import { visibleText } from '../support/html';
import { browser, signIn } from '../support/sign-in';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ TRUST_PROXY: '1' });
});
afterAll(() => test.stop());

let addresses = 0;

/** Every test comes from an address of its own, so that failures of one do not lock out the next. */
function ownAddress(): string {
  addresses += 1;
  return `192.0.2.${addresses}`;
}

function attempt(form: Record<string, string> | string, address = ownAddress()) {
  const filled = typeof form === 'string' ? form : { next: '', ...form };
  return browser(test.app)
    .post(paths.signIn)
    .set({ 'X-Forwarded-For': address, 'Accept-Language': 'en' })
    .type('form')
    .send(filled);
}

function sessionId(cookies: string[] | undefined): string | undefined {
  return /fundus=([^;]+)/.exec(cookies?.join() ?? '')?.[1];
}

describe('a request no form of ours sends', () => {
  it.each([
    ['fields the form does not have', 'email=a@fundus.example&password=x&next=&role=admin'],
    ['operators instead of text', 'email[$ne]=x&password[$ne]=x&next='],
    ['one field twice', 'email=a@fundus.example&email=b@fundus.example&password=x&next='],
  ])('is refused: %s', async (_what, form) => {
    await attempt(form).expect(400);
  });

  it('is refused: JSON', async () => {
    const anything = { $ne: '' };
    await browser(test.app).post(paths.signIn).send({ email: anything, password: anything, next: '' }).expect(400);
  });

  it('is refused: more than we take', async () => {
    await attempt({ email: 'a'.repeat(300_000), password: 'x' }).expect(413);
  });
});

describe('whoever is not signed in', () => {
  it('is sent to sign in and then on to the page they wanted', async () => {
    const person = await colleague();
    const visitor = browser(test.app);
    await visitor.get(`${paths.profile}?a=1`).expect(303).expect('Location', '/sign-in?next=%2Fprofile%3Fa%3D1');
    const page = await visitor.get('/sign-in?next=%2Fprofile%3Fa%3D1').set('Accept-Language', 'en').expect(200);
    expect(page.text).toContain('name="next" value="/profile?a&#x3D;1"');
    expect(visibleText(page.text)).toContain('Please sign in first');
    const form = { email: person.email, password: testPassword, next: '/profile?a=1' };
    await visitor.post(paths.signIn).type('form').send(form).expect(303).expect('Location', '/profile?a=1');
  });

  it('is sent to sign in when they change something, without coming back to it', async () => {
    await browser(test.app)
      .post(paths.profile)
      .type('form')
      .send({ place: 'x' })
      .expect(303)
      .expect('Location', '/sign-in');
  });
});

/** A page without what is new at each request. */
const lasting = (page: string) => page.replace(/ name="formKey" value="[^"]*"| data-rendered-at="\d+"/g, '');

describe('a wrong attempt', () => {
  it('reads the same whether the account exists or not', async () => {
    const { email } = await colleague();
    const wrong = await attempt({ email, password: 'not the password' }).expect(422);
    const unknown = await attempt({ email: 'nobody@fundus.example', password: 'not the password' }).expect(422);
    expect(lasting(unknown.text)).toBe(lasting(wrong.text).replaceAll(email, 'nobody@fundus.example'));
    expect(visibleText(wrong.text)).toContain('do not match');
  });

  it('takes about the same time whether the account exists or not', async () => {
    const { email } = await colleague();
    const times = { wrong: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 5; round += 1) {
      times.wrong.push(await millisecondsOf(email));
      times.unknown.push(await millisecondsOf(`nobody-${round}@fundus.example`));
    }
    // Without the hash of nobody's password an unknown account is answered in a tenth of the time.
    expect(Math.min(...times.unknown)).toBeGreaterThan(Math.min(...times.wrong) / 2);
    expect(Math.min(...times.wrong)).toBeGreaterThan(Math.min(...times.unknown) / 2);
  });

  async function millisecondsOf(email: string): Promise<number> {
    const start = performance.now();
    await attempt({ email, password: 'not the password' }).expect(422);
    return performance.now() - start;
  }

  it('keeps the address that was typed, never the password', async () => {
    const page = await attempt({ email: 'nobody@fundus.example', password: 'Geheimnis-4711' }).expect(422);
    expect(page.text).toContain('value="nobody@fundus.example"');
    expect(page.text).not.toContain('Geheimnis-4711');
  });

  it('says which field is empty', async () => {
    const page = await attempt({ email: '  ', password: '' }).expect(422);
    expect(page.text).toContain('href="#email"');
    expect(page.text).toContain('href="#password"');
  });

  it.each(['\u0000', '\u001b[31m'])('is refused with control characters in it', async (control) => {
    await attempt({ email: `kim${control}@fundus.example`, password: 'x' }).expect(422);
  });
});

describe('too many wrong attempts', () => {
  it('lock this account from this address, for the right password too, and say how long', async () => {
    const { email } = await colleague();
    const address = ownAddress();
    for (let times = 0; times < 5; times += 1) await attempt({ email, password: 'wrong' }, address).expect(422);
    const locked = await attempt({ email, password: testPassword }, address).expect(429);
    expect(Number(locked.get('Retry-After'))).toBeGreaterThan(0);
    expect(visibleText(locked.text)).toContain('too many attempts');
    await attempt({ email: email.toUpperCase(), password: testPassword }, address).expect(429);
  });

  it('do not lock the account from elsewhere, nor others from here', async () => {
    const [guessed, other] = [await colleague(), await colleague()];
    const address = ownAddress();
    for (let times = 0; times < 6; times += 1) await attempt({ email: guessed.email, password: 'wrong' }, address);
    await attempt({ email: guessed.email, password: testPassword }).expect(303);
    await attempt({ email: other.email, password: testPassword }, address).expect(303);
  });

  it('count even when they come all at once', async () => {
    const { email } = await colleague();
    const address = ownAddress();
    const sent = Array.from({ length: 12 }, () => attempt({ email, password: 'wrong' }, address));
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(5);
  });

  it('are forgotten once the right password comes', async () => {
    const { email } = await colleague();
    const address = ownAddress();
    for (let times = 0; times < 4; times += 1) await attempt({ email, password: 'wrong' }, address).expect(422);
    await attempt({ email, password: testPassword }, address).expect(303);
    for (let times = 0; times < 5; times += 1) await attempt({ email, password: 'wrong' }, address).expect(422);
  });

  it("leave nobody's name in the store", async () => {
    await attempt({ email: 'canary@fundus.example', password: 'wrong' }, '192.0.2.250').expect(422);
    const counters = await test.connection.collection('attempts').find({}).toArray();
    expect(counters.length).toBeGreaterThan(0);
    expect(JSON.stringify(counters)).not.toMatch(/canary|192\.0\.2\.250/);
  });
});

describe('after signing in', () => {
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/.//evil.example/',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
    '',
  ])('nobody is led away to %j', async (next) => {
    const { email } = await colleague();
    await attempt({ email, password: testPassword, next }).expect(303).expect('Location', '/');
  });

  it('the session has a new id, and the one before is worth nothing', async () => {
    const { email } = await colleague();
    const before = sessionId((await request(test.app).get(paths.profile).expect(303)).get('Set-Cookie'));
    expect(before).toBeDefined();
    const sent = attempt({ email, password: testPassword }).set('Cookie', `fundus=${before}`);
    const after = sessionId((await sent.expect(303)).get('Set-Cookie'));
    expect(after).not.toBe(before);
    await request(test.app).get(paths.profile).set('Cookie', `fundus=${before}`).expect(303);
    await request(test.app).get(paths.profile).set('Cookie', `fundus=${after}`).expect(200);
  });

  it('the address may be written in any case', async () => {
    const { email } = await colleague();
    await attempt({ email: ` ${email.toUpperCase()} `, password: testPassword }).expect(303);
  });

  it('we say hello once', async () => {
    const visitor = await signIn(test.app, await colleague({ name: 'Ada Lovelace' }));
    expect(visibleText((await visitor.get(paths.profile)).text)).toContain('Hello Ada Lovelace!');
    expect(visibleText((await visitor.get(paths.profile)).text)).not.toContain('Hello Ada Lovelace!');
  });

  it('the sign-in page leads on', async () => {
    const visitor = await signIn(test.app, await colleague());
    await visitor.get('/sign-in?next=/profile').expect(303).expect('Location', '/profile');
  });

  it('an account that is removed is signed out', async () => {
    const person = await colleague();
    const visitor = await signIn(test.app, person);
    await test.connection.collection('accounts').deleteOne({ email: person.email });
    await visitor.get(paths.profile).expect(303);
  });
});

describe('signing out', () => {
  it('ends the session for everybody who knows its id', async () => {
    const { email } = await colleague();
    const cookie = sessionId((await attempt({ email, password: testPassword })).get('Set-Cookie'));
    const out = await browser(test.app).post(paths.signOut).set('Cookie', `fundus=${cookie}`).expect(303);
    expect(out.get('Location')).toBe(paths.signIn);
    await request(test.app).get(paths.profile).set('Cookie', `fundus=${cookie}`).expect(303);
  });
});
