import { ApiTokenModel } from '../../src/models/api-token';
import { apiPaths, link, paths } from '../../src/paths';
import { apiTokensOf } from '../../src/people/find-api-tokens';
import { apiClient } from '../support/api';
import { startTestApp, type TestApp } from '../support/app';
import { admin, agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { visibleText } from '../support/html';
import { signIn } from '../support/sign-in';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

const secretIn = (text: string) => /fundus_[\w-]{43}/.exec(text)?.[0];

/** Makes a token through the form, as people do. */
async function made(visitor: Awaited<ReturnType<typeof signIn>>, scopes = ['appeals:read']): Promise<string> {
  const page = await visitor.get(paths.apiTokens).expect(200);
  await fillIn(visitor, page, paths.apiTokens, { name: 'My robot', scopes, days: '30' }).expect(303);
  const { text } = await visitor.get(paths.apiTokens).expect(200);
  return secretIn(text) ?? 'none was shown';
}

it('is made, shown once, used, and seen to be used by the day alone', async () => {
  const somebody = await colleague();
  const visitor = await signIn(test.app, somebody);
  const secret = await made(visitor);
  const again = await visitor.get(paths.apiTokens).expect(200);
  expect(secretIn(again.text)).toBeUndefined();
  expect(visibleText(again.text)).toContain('never used');
  expect((await apiClient(test.app, secret).get(apiPaths.appeals)).status).toBe(200);
  const [token] = await apiTokensOf(somebody);
  expect(token?.usedOn?.toISOString()).toMatch(/T00:00:00\.000Z$/);
  expect(visibleText((await visitor.get(paths.apiTokens)).text)).toContain('last used on');
});

it('is kept nowhere in the clear, not even while it waits to be shown', async () => {
  const visitor = await signIn(test.app, await colleague());
  const page = await visitor.get(paths.apiTokens);
  await fillIn(visitor, page, paths.apiTokens, { name: 'Robot', scopes: ['appeals:read'], days: '30' }).expect(303);
  const db = test.connection.db;
  const stored = await Promise.all(
    ((await db?.listCollections().toArray()) ?? []).map(({ name }) => db?.collection(name).find().toArray()),
  );
  const secret = secretIn((await visitor.get(paths.apiTokens)).text) ?? '';
  expect(secret).not.toBe('');
  expect(JSON.stringify(stored)).not.toContain(secret.slice('fundus_'.length));
});

it('may do no more than its account, nor what it was not made for', async () => {
  const visitor = await signIn(test.app, await colleague());
  const page = await visitor.get(paths.apiTokens);
  expect(page.text).not.toContain('customers:read');
  const form = { name: 'Robot', scopes: 'customers:read', days: '30' };
  await visitor.post(paths.apiTokens).type('form').send(form).expect(422);
  await visitor.post(paths.apiTokens).type('form').send({ name: 'Robot', days: '30' }).expect(422);
  const forAgent = await signIn(test.app, await agent());
  expect((await forAgent.get(paths.apiTokens)).text).toContain('customers:read');
  const narrow = apiClient(test.app, await made(forAgent, ['spares:read']));
  expect((await narrow.get(apiPaths.appeals)).status).toBe(403);
  expect((await narrow.get(apiPaths.spares)).status).toBe(200);
});

it('is void once it is too old, or revoked by its owner or an admin', async () => {
  const somebody = await colleague();
  const visitor = await signIn(test.app, somebody);
  const secrets = [await made(visitor), await made(visitor), await made(visitor)];
  const statuses = () =>
    Promise.all(secrets.map(async (secret) => (await apiClient(test.app, secret).get(apiPaths.appeals)).status));
  expect(await statuses()).toEqual([200, 200, 200]);
  const [third, second, first] = await apiTokensOf(somebody);
  await visitor.post(link(paths.apiTokenEnd, { tokenId: third?.id ?? '' })).expect(303);
  const boss = await signIn(test.app, await admin());
  expect((await boss.get(paths.allApiTokens).expect(200)).text).toContain('My robot');
  await boss.post(link(paths.allApiTokensEnd, { tokenId: second?.id ?? '' })).expect(303);
  await ApiTokenModel.updateOne({ _id: first?.id }, { expiresAt: new Date(Date.now() - 1000) });
  expect(await statuses()).toEqual([401, 401, 401]);
});

it('is nobody else’s to revoke', async () => {
  const owner = await colleague();
  await made(await signIn(test.app, owner));
  const [token] = await apiTokensOf(owner);
  const other = await signIn(test.app, await agent());
  await other.post(link(paths.apiTokenEnd, { tokenId: token?.id ?? '' })).expect(404);
  expect(await apiTokensOf(owner)).toHaveLength(1);
});

it('is not made without end', async () => {
  const visitor = await signIn(test.app, await colleague());
  const form = { name: 'Robot', scopes: 'appeals:read', days: '30' };
  for (let times = 0; times < 20; times++) await visitor.post(paths.apiTokens).type('form').send(form).expect(303);
  const refused = await visitor.post(paths.apiTokens).type('form').send(form).expect(422);
  expect(visibleText(refused.text)).toContain('More than 20 tokens');
});
