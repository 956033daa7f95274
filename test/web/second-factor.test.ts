import { generate } from 'otplib';
import type TestAgent from 'supertest/lib/agent';
import { createApp } from '../../src/app';
import { AccountModel } from '../../src/models/account';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startSecondFactors } from '../../src/services/sign-in';
import { startTestApp, type TestApp } from '../support/app';
import { admin, agent, colleague, testPassword } from '../support/factories';
import { visibleText } from '../support/html';
import { browser, signIn } from '../support/sign-in';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

const post = (visitor: TestAgent, path: string, form = {}) =>
  visitor.post(path).set('Accept-Language', 'en').type('form').send(form);

/** What a telephone shows now, or some half minutes later. */
const shown = (secret: string, later = 0) => generate({ secret, epoch: Math.floor(Date.now() / 1000) + later * 30 });

async function offeredTo(visitor: TestAgent) {
  await post(visitor, paths.secondFactor, { password: testPassword }).expect(303);
  const { text } = await visitor.get(paths.secondFactor).expect(200);
  const [secret = '', ...codes] = [...text.matchAll(/<code class="secret">([^<]+)</g)].map(([, code = '']) => code);
  return { text, secret: secret.replaceAll(' ', ''), codes };
}

/** Sets up the second step. */
async function protect(person: Account) {
  const visitor = await signIn(test.app, person);
  const { secret, codes } = await offeredTo(visitor);
  await post(visitor, paths.secondFactorConfirmation, { code: await shown(secret, -1) }).expect(303);
  return { visitor, secret, codes };
}

/** Gives the right password. */
async function halfIn({ email }: Account, next = '') {
  const visitor = browser(test.app);
  const answer = await post(visitor, paths.signIn, { email, password: testPassword, next }).expect(303);
  return { visitor, location: answer.headers.location };
}

const kept = async ({ id }: Account) => (await AccountModel.findById(id).lean())?.secondFactor;

describe('setting up', () => {
  it('asks for the password, shows what the telephone needs, and begins with its first code', async () => {
    const person = await colleague();
    const [visitor, elsewhere] = [await signIn(test.app, person), await signIn(test.app, person)];
    const refused = await post(visitor, paths.secondFactor, { password: 'not my password' }).expect(422);
    expect(refused.text).toContain('href="#password"');
    expect((await visitor.get(paths.secondFactor)).text).not.toContain('class="secret"');
    const { secret, codes, text } = await offeredTo(visitor);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(codes).size).toBe(10);
    expect(text).toContain('<svg class="qr"');
    await post(visitor, paths.secondFactorConfirmation, { code: '12 34 5' }).expect(422);
    expect(await kept(person)).toBeNull();
    await post(visitor, paths.secondFactorConfirmation, { code: await shown(secret) }).expect(303);
    const page = visibleText((await visitor.get(paths.secondFactor)).text);
    expect(page).toContain('10 spare codes are left.');
    for (const code of [secret, ...codes]) expect(page).not.toContain(code);
    await elsewhere.get(paths.profile).expect(303);
  });

  it('keeps nothing in the store that a telephone could use', async () => {
    const person = await colleague();
    const { secret, codes } = await protect(person);
    const record = JSON.stringify(await AccountModel.findById(person.id).lean());
    for (const code of [secret, ...codes, ...codes.map((one) => one.replaceAll('-', ''))])
      expect(record).not.toContain(code);
  });

  it('is forgotten when nobody confirms it in half an hour', async () => {
    const person = await colleague();
    const visitor = await signIn(test.app, person);
    const { secret } = await offeredTo(visitor);
    await AccountModel.updateOne({ _id: person.id }, { 'offeredFactor.at': new Date(Date.now() - 31 * 60 * 1000) });
    expect((await visitor.get(paths.secondFactor)).text).not.toContain('class="secret"');
    await post(visitor, paths.secondFactorConfirmation, { code: await shown(secret) }).expect(303);
    expect(await kept(person)).toBeNull();
  });
});

describe('signing in', () => {
  it('leads by the code to the page that was wanted, and nobody in without it', async () => {
    const person = await colleague();
    const { secret } = await protect(person);
    const { visitor, location } = await halfIn(person, '/shelf?q=a');
    expect(location).toBe(paths.signInCode);
    await visitor.get(paths.profile).expect(303);
    const page = await visitor.get(paths.signInCode).set('Accept-Language', 'en').expect(200);
    expect(visibleText(page.text)).toContain('Which code does your phone show?');
    const code = await shown(secret);
    const wrong = await post(visitor, paths.signInCode, { code: code === '000000' ? '000001' : '000000' }).expect(422);
    expect(visibleText(wrong.text)).toContain('wrong or was used already');
    expect(wrong.text).not.toContain('value="00000');
    await post(visitor, paths.signInCode, { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })
      .expect(303)
      .expect('Location', '/shelf?q=a');
    await visitor.get(paths.profile).expect(200);
  });

  it('takes a code once, even from two at the same time', async () => {
    const person = await colleague();
    const { secret } = await protect(person);
    const code = await shown(secret);
    const two = [await halfIn(person), await halfIn(person)];
    const answers = await Promise.all(two.map(({ visitor }) => post(visitor, paths.signInCode, { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const { visitor } = await halfIn(person);
    await post(visitor, paths.signInCode, { code }).expect(422);
    await post(visitor, paths.signInCode, { code: await shown(secret, -1) }).expect(422);
  });

  it('takes each spare code once, however it is written', async () => {
    const person = await colleague();
    const { codes } = await protect(person);
    const [first = '', second = ''] = codes;
    const { visitor } = await halfIn(person);
    await post(visitor, paths.signInCode, { code: first.toUpperCase().replaceAll('-', ' ') }).expect(303);
    expect(visibleText((await visitor.get(paths.secondFactor)).text)).toMatch(/9/);
    const { visitor: again } = await halfIn(person);
    await post(again, paths.signInCode, { code: first }).expect(422);
    await post(again, paths.signInCode, { code: second }).expect(303);
  });

  it('lets nobody guess: after five wrong codes the right one waits, too', async () => {
    const person = await colleague();
    const { codes } = await protect(person);
    const { visitor } = await halfIn(person);
    const sent = Array.from({ length: 8 }, () => post(visitor, paths.signInCode, { code: 'wrong' }));
    const statuses = (await Promise.all(sent)).map(({ status }) => status).sort();
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429, 429]);
    await post(visitor, paths.signInCode, { code: codes[0] ?? '' }).expect(429);
  });

  it('begins anew without the first step, with a cookie of somebody’s own making, or when the account is gone', async () => {
    const person = await colleague();
    const { codes } = await protect(person);
    await browser(test.app).get(paths.signInCode).expect(303).expect('Location', paths.signIn);
    const forged = browser(test.app).post(paths.signInCode).set('Cookie', 'fundus-code=eyJhbGciOiJub25lIn0..a.b.c');
    await forged.type('form').send({ code: codes[0] }).expect(303).expect('Location', paths.signIn);
    const { visitor } = await halfIn(person);
    await AccountModel.updateOne({ _id: person.id }, { deactivatedAt: new Date() });
    await post(visitor, paths.signInCode, { code: codes[0] ?? '' })
      .expect(303)
      .expect('Location', paths.signIn);
    await visitor.get(paths.profile).expect(303);
  });
});

describe('the second step is taken away', () => {
  it('by whoever knows the password', async () => {
    const person = await colleague();
    const { visitor } = await protect(person);
    await post(visitor, paths.secondFactorEnd, { password: 'not my password' }).expect(422);
    expect(await kept(person)).not.toBeNull();
    await post(visitor, paths.secondFactorEnd, { password: testPassword }).expect(303);
    await signIn(test.app, person).then((again) => again.get(paths.profile).expect(200));
  });

  it('by an admin, and nobody else', async () => {
    const person = await colleague();
    await protect(person);
    const path = link(paths.accountSecondFactorEnd, { accountId: person.id });
    await post(await signIn(test.app, await agent()), path).expect(403);
    const office = await signIn(test.app, await admin());
    const page = link(paths.account, { accountId: person.id });
    expect((await office.get(page)).text).toContain(path);
    await post(office, path).expect(303);
    expect((await office.get(page)).text).not.toContain(path);
    await signIn(test.app, person).then((again) => again.get(paths.profile).expect(200));
    await post(office, link(paths.accountSecondFactorEnd, { accountId: 'f'.repeat(24) })).expect(404);
  });

  it('by no other site', async () => {
    const person = await colleague();
    const { visitor } = await protect(person);
    for (const path of [paths.secondFactor, paths.secondFactorConfirmation, paths.secondFactorEnd, paths.signInCode])
      await post(visitor, path, { password: testPassword }).set('Sec-Fetch-Site', 'cross-site').expect(403);
    expect(await kept(person)).not.toBeNull();
  });
});

describe('where the house asks for it', () => {
  const needing = (requireSecondFactor: 'admins' | 'agents') => {
    const config = { ...test.config, requireSecondFactor };
    return createApp({ ...test.services, config, ...startSecondFactors({ config, connection: test.connection }) });
  };

  it.each<['admins' | 'agents', boolean]>([
    ['admins', false],
    ['agents', true],
  ])('of %s, whoever has none is led to set it up, and nowhere else', async (who, agentsToo) => {
    const app = needing(who);
    const office = await signIn(app, await admin());
    await office.get(paths.board).expect(303).expect('Location', paths.secondFactor);
    await post(office, paths.profile, { name: 'x' }).expect(303).expect('Location', paths.secondFactor);
    const page = await office.get(paths.secondFactor).expect(200);
    expect(visibleText(page.text)).toContain('Your roles need the second step.');
    await (await signIn(app, await agent())).get(paths.board).expect(agentsToo ? 303 : 200);
    await (await signIn(app, await colleague())).get(paths.board).expect(200);
    const { secret } = await offeredTo(office);
    await post(office, paths.secondFactorConfirmation, { code: await shown(secret) }).expect(303);
    await office.get(paths.board).expect(200);
  });

  it('leads out, too', async () => {
    const office = await signIn(needing('admins'), await admin());
    await post(office, paths.signOut).expect(303).expect('Location', paths.signIn);
  });
});
