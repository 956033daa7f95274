import { openAppeal } from '../../../src/appeals/open-appeal';
import { AppealModel } from '../../../src/models/appeal';
import { apiPaths, link, paths } from '../../../src/paths';
import { deactivate } from '../../../src/people/change-account';
import { type ApiClient, apiClient } from '../../support/api';
import { startTestApp, type TestApp } from '../../support/app';
import { casesOf, newAppeal } from '../../support/cases';
import { admin, agent, colleague } from '../../support/factories';
import { hush } from '../../support/hush';
import { photo } from '../../support/photos';
import { browser, signIn } from '../../support/sign-in';
import { tokenFor } from '../../support/tokens';

let test: TestApp;
let people: Record<'agent' | 'finder', Awaited<ReturnType<typeof agent>>>;
let asAgent: ApiClient;
let asFinder: ApiClient;
let asNobody: ApiClient;
beforeAll(async () => {
  test = await startTestApp();
  people = { agent: await agent(), finder: await colleague() };
  asAgent = apiClient(test.app, await tokenFor(test.services, people.agent));
  asFinder = apiClient(test.app, await tokenFor(test.services, people.finder));
  asNobody = apiClient(test.app);
});
afterAll(() => test.stop());

const sent = {
  kind: 'item',
  channel: 'email',
  title: 'Plush donkey',
  story: 'Lost on a trip.',
  sought: [{ label: 'Size', value: '20 cm' }],
  hashtags: ['donkey'],
  customer: { name: 'Maria Muster', email: 'maria@customers.example', language: 'de' },
};

describe('an appeal', () => {
  it('is opened with a photo, published, found on the board and read by all', async () => {
    const opened = await asAgent.upload(apiPaths.appeals, { ...sent, photoAlts: ['A donkey'] }, [
      (await photo()).bytes,
    ]);
    expect(opened.status).toBe(201);
    expect(opened.headers.location).toBe(link(apiPaths.appeal, { id: opened.body.id }));
    expect(opened.body).toMatchObject({ status: 'draft', version: 1, photos: [{ alt: 'A donkey' }] });
    await asFinder.get(opened.headers.location ?? '').then(({ status }) => expect(status).toBe(404));

    const publication = link(apiPaths.publication, { id: opened.body.id });
    expect((await asAgent.post(publication)).status).toBe(428);
    const published = await asAgent.post(publication, {}, { 'If-Match': opened.headers.etag ?? '' });
    expect([published.status, published.body.status]).toEqual([200, 'searching']);

    const { body } = await asFinder.get(link(apiPaths.appeal, { id: opened.body.id }));
    expect(body).toMatchObject({ title: 'Plush donkey', actions: ['offer_find'], agent: null });
    const { pathname } = new URL(body.photos[0].small);
    const picture = await asFinder.get(pathname);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/jpeg']);
    const board = await asFinder.get(`${apiPaths.appeals}?q=donkey`);
    expect(board.body.items[0]).toMatchObject({ id: body.id, title: 'Plush donkey' });
  });

  it('has a customer whom agents alone read, by a scope of its own', async () => {
    const { id } = await openAppeal(people.agent, newAppeal(), [], test.services);
    const address = link(apiPaths.customer, { id });
    expect((await asAgent.get(address)).body).toMatchObject({ name: 'Maria Muster' });
    const narrow = apiClient(test.app, await tokenFor(test.services, people.agent, ['appeals:read']));
    const refused = await narrow.get(address);
    expect([refused.status, refused.body.code]).toEqual([403, 'api.scope']);
    expect(refused.headers['www-authenticate']).toContain('scope="customers:read"');
  });
});

describe('what is not as it should be', () => {
  it('is told field by field, in the language asked for', async () => {
    const wrong = { ...sent, title: ' ', kind: 'thing', customer: { language: 'de', email: 'nobody' }, extra: 1 };
    const { status, body } = await asAgent.post(apiPaths.appeals, wrong);
    expect(status).toBe(422);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'kind',
      'title',
      'customer.email',
      'extra',
    ]);
    expect(body.errors[1].detail).toBe('Please fill in this field.');
    const german = await asAgent.post(apiPaths.appeals, wrong, { 'Accept-Language': 'de' });
    expect(german.body.errors[1].detail).toBe('Dieses Feld darf nicht leer bleiben.');
  });

  it('is refused in its own way: no JSON, another type, too much', async () => {
    const raw = async (type: string, text: string) =>
      (await asAgent.post(apiPaths.appeals, text as unknown as object, { 'Content-Type': type })).status;
    expect(await raw('application/json', '{"kind"')).toBe(400);
    expect(await raw('application/json', '"text"')).toBe(400);
    expect(await raw('application/x-www-form-urlencoded', 'kind=item')).toBe(415);
    expect(await raw('application/json', JSON.stringify({ story: 'x'.repeat(300_000) }))).toBe(413);
  });

  it('is decided on another version than there is', async () => {
    const { id } = await openAppeal(people.agent, newAppeal(), [], test.services);
    const address = link(apiPaths.publication, { id });
    for (const tag of ['"9.aaaaaaaaaaaa"', 'W/"1.aaaaaaaaaaaa"', '"nonsense"'])
      expect((await asAgent.post(address, {}, { 'If-Match': tag })).status).toBe(412);
    expect((await asAgent.post(address, {}, { 'If-Match': '*' })).status).toBe(200);
    expect((await asAgent.post(address, {}, { 'If-Match': '*' })).status).toBe(409);
  });
});

describe('the door', () => {
  it('is closed without a token, whatever cookie there is', async () => {
    const signedIn = await signIn(test.app, people.agent);
    for (const visitor of [signedIn, browser(test.app)]) {
      const answer = await visitor.get(apiPaths.appeals);
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Fundus"']);
      await visitor.post(apiPaths.appeals).send(sent).expect(401);
    }
    expect((await asNobody.get(apiPaths.appeals)).body.code).toBe('api.noToken');
    expect((await asNobody.get(`${apiPaths.appeals}?access_token=x`)).status).toBe(401);
  });

  it('gives no session, and tells no other site that it may come in', async () => {
    const { headers } = await asAgent.get(apiPaths.appeals, { Origin: 'https://elsewhere.example' });
    expect(headers).not.toHaveProperty('set-cookie');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('closes at once with the account', async () => {
    await admin();
    const somebody = await colleague();
    const client = apiClient(test.app, await tokenFor(test.services, somebody));
    expect((await client.get(apiPaths.appeals)).status).toBe(200);
    await deactivate(somebody.id);
    const refused = await client.get(apiPaths.appeals);
    expect([refused.status, refused.body.code]).toEqual([401, 'api.badToken']);
  });

  it('lets nobody come too often, nor guess', async () => {
    const app = test.configured({ API_REQUESTS_PER_MINUTE: '2' });
    const client = apiClient(app, await tokenFor(test.services, people.finder));
    const statuses = [];
    for (const _time of [1, 2, 3]) statuses.push(await client.get(apiPaths.appeals));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(Number(statuses[2]?.headers['retry-after'])).toBeGreaterThan(0);
    const guess = () => apiClient(app, 'A'.repeat(43)).get(apiPaths.appeals);
    let last = await guess();
    for (let times = 0; times < 31 && last.status === 401; times++) last = await guess();
    expect(last.status).toBe(429);
  });
});

describe('what is sent twice under one key', () => {
  it('is done once, and answered the same', async () => {
    const head = { 'Idempotency-Key': 'a-key-of-mine' };
    const [first, second] = await Promise.all([
      asAgent.post(apiPaths.appeals, sent, head),
      asAgent.post(apiPaths.appeals, sent, head),
    ]);
    expect([first.status, second.status, first.body.id]).toEqual([201, 201, second.body.id]);
    expect([first, second].filter(({ headers }) => headers['idempotent-replayed'])).toHaveLength(1);
    const other = await asAgent.post(apiPaths.appeals, { ...sent, title: 'Another' }, head);
    expect([other.status, other.body.code]).toEqual([422, 'api.keyReused']);
    expect((await asAgent.post(apiPaths.appeals, sent, { 'Idempotency-Key': 'a b' })).status).toBe(400);
  });

  it('is done once, also when the store did it and went before it could say so', async () => {
    const head = { 'Idempotency-Key': 'lost-answer' };
    const lost = { ...sent, title: 'Answer lost' };
    hush(AppealModel, 'insertOne');
    expect((await asAgent.post(apiPaths.appeals, lost, head)).status).toBe(503);
    expect(test.faults.splice(0)).toHaveLength(1);
    const { status, body } = await asAgent.post(apiPaths.appeals, lost, head);
    expect([status, String((await AppealModel.find({ title: 'Answer lost' }))[0]?._id)]).toEqual([201, body.id]);
    expect(await AppealModel.countDocuments({ title: 'Answer lost' })).toBe(1);
  });

  it('may be sent again when it was refused', async () => {
    const head = { 'Idempotency-Key': 'refused-first' };
    const { id } = await openAppeal(people.agent, newAppeal({ appeal: { story: '' } }), [], test.services);
    const address = link(apiPaths.publication, { id });
    for (const _time of [1, 2])
      expect((await asAgent.post(address, {}, { ...head, 'If-Match': '*' })).status).toBe(422);
  });
});

it('reads nothing new while nothing has changed', async () => {
  const { id } = await casesOf(test.services, people).searching();
  const { headers } = await asFinder.get(link(apiPaths.appeal, { id }));
  const again = await asFinder.get(link(apiPaths.appeal, { id }), { 'If-None-Match': headers.etag ?? '' });
  expect(again.status).toBe(304);
});

it('says what happened in a case, without anybody’s words', async () => {
  const { id } = await casesOf(test.services, people).found();
  const types = async (client: ApiClient) =>
    (await client.get(link(apiPaths.events, { id }))).body.items.map(({ type }: { type: string }) => type);
  expect(await types(asAgent)).toEqual(['appeal_opened', 'appeal_published', 'find_offered', 'find_accepted']);
  expect(await types(asFinder)).toEqual(['appeal_published', 'find_offered', 'find_accepted']);
});

it('is described for programs and for people', async () => {
  const { body } = await browser(test.app).get(apiPaths.description).expect(200);
  expect(body.openapi).toBe('3.1.1');
  const page = await (await signIn(test.app, people.finder)).get(paths.developers).expect(200);
  expect(page.text).toContain('/api/v1/appeals/{id}/finds');
});
