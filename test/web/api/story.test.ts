import { apiPaths, link } from '../../../src/paths';
import { type ApiClient, apiClient } from '../../support/api';
import { startTestApp, type TestApp } from '../../support/app';
import { agent, colleague } from '../../support/factories';
import { photo } from '../../support/photos';
import { tokenFor } from '../../support/tokens';

let test: TestApp;
let asAgent: ApiClient;
let asFinder: ApiClient;
beforeAll(async () => {
  test = await startTestApp();
  asAgent = apiClient(test.app, await tokenFor(test.services, await agent()));
  asFinder = apiClient(test.app, await tokenFor(test.services, await colleague({ name: 'Jo Findig' })));
});
afterAll(() => test.stop());

const opened = async () => {
  const { body } = await asAgent.post(apiPaths.appeals, {
    kind: 'item',
    channel: 'email',
    title: 'Plush donkey',
    story: 'Lost on a trip.',
    customer: { name: 'Maria Muster', email: 'maria@customers.example', language: 'en' },
    publish: true,
  });
  return String(body.id);
};

/** Decides on what was read just now, as a program does. */
async function decide(client: ApiClient, read: string, command: string, sent: object = {}) {
  const { headers } = await client.get(read);
  return client.post(command, sent, { 'If-Match': headers.etag ?? '' });
}

it('brings a donkey home: offered, accepted, handed over, received, shipped, delivered, told and closed', async () => {
  const id = await opened();
  const appeal = link(apiPaths.appeal, { id });
  const find = { quantity: 2, place: 'Cupboard', condition: 'good', nameForCustomer: true, photoAlts: ['Two donkeys'] };
  const offered = await asFinder.upload(link(apiPaths.finds, { id }), find, [(await photo('#663399')).bytes]);
  expect([offered.status, offered.body.state, offered.body.photo.alt]).toEqual([201, 'offered', 'Two donkeys']);
  const findId = String(offered.body.id);
  const ofFind = { id, findId };
  expect(offered.headers.location).toBe(link(apiPaths.find, ofFind));
  const accepted = await decide(asAgent, appeal, link(apiPaths.findAcceptance, ofFind));
  expect(accepted.body).toMatchObject({ state: 'accepted', finder: { name: 'Jo Findig' } });
  const way = { way: 'parcel', carrier: 'dhl', trackingNumber: '123' };
  const handedOver = await decide(asFinder, appeal, link(apiPaths.findHandOver, ofFind), way);
  expect(handedOver.body.handOver).toEqual(way);
  expect((await decide(asAgent, appeal, link(apiPaths.findReceipt, ofFind))).body.state).toBe('received');
  const tooMany = await decide(asAgent, appeal, link(apiPaths.shipments, { id }), { carrier: 'dhl', quantity: 9 });
  expect([tooMany.status, tooMany.body.errors[0].field]).toEqual([422, 'quantity']);
  const parcel = { carrier: 'dhl', trackingNumber: '00340', quantity: 1 };
  const shipped = await decide(asAgent, appeal, link(apiPaths.shipments, { id }), parcel);
  expect([shipped.status, shipped.body]).toMatchObject([201, { ...parcel, findId }]);
  const told = await asAgent.post(link(apiPaths.updates, { id }), { subject: 'News', body: 'See {{statusLink}}' });
  expect([told.status, told.body]).toMatchObject([201, { channel: 'email', body: 'See {{statusLink}}' }]);
  expect((await decide(asAgent, appeal, link(apiPaths.delivery, { id }))).body.status).toBe('delivered');
  const closed = await decide(asAgent, appeal, link(apiPaths.closure, { id }), { outcome: 'happy' });
  expect(closed.body).toMatchObject({ status: 'closed', outcome: 'happy' });
  const { body } = await asAgent.get(link(apiPaths.events, { id }));
  expect(body.items.map(({ type }: { type: string }) => type).slice(-4)).toEqual([
    'shipped',
    'update_sent',
    'delivered',
    'closed',
  ]);
});

it('does not tell everybody the link that makes whoever has it the customer', async () => {
  const id = await opened();
  const update = { channel: 'facebook', body: 'Look here: {{statusLink}}' };
  const { status, body } = await asAgent.post(link(apiPaths.updates, { id }), update);
  expect([status, body.errors[0].field]).toEqual([422, 'body']);
});

it('decides once: whoever read an older version is told', async () => {
  const id = await opened();
  const appeal = link(apiPaths.appeal, { id });
  const { headers } = await asAgent.get(appeal);
  const find = { quantity: 1, place: 'Cupboard', condition: 'good' };
  await asFinder.post(link(apiPaths.finds, { id }), find);
  const stale = await asAgent.post(
    link(apiPaths.closure, { id }),
    { outcome: 'not_found' },
    { 'If-Match': headers.etag ?? '' },
  );
  expect([stale.status, stale.body.code]).toEqual([412, 'conflict.stale']);
  const closings = await Promise.all(
    [1, 2].map(() => decide(asAgent, appeal, link(apiPaths.closure, { id }), { outcome: 'not_found' })),
  );
  expect(closings.map(({ status }) => status).sort()).toEqual([200, 412]);
});

it('shares what stands on the shelf', async () => {
  const spare = { title: 'Plush donkey', condition: 'as_new', quantity: 3, place: 'Bonn', tags: ['donkey'] };
  const offered = await asFinder.upload(apiPaths.spares, { ...spare, photoAlts: ['Grey'] }, [
    (await photo('#996633')).bytes,
  ]);
  expect([offered.status, offered.body]).toMatchObject([201, { free: 3, photos: [{ alt: 'Grey' }] }]);
  const spareId = String(offered.body.id);
  const self = link(apiPaths.spare, { spareId });
  const found = await asAgent.get(`${apiPaths.spares}?q=donkey`);
  expect(found.body.items.map(({ id }: { id: string }) => id)).toContain(spareId);
  const id = await opened();
  const reserved = await asAgent.post(link(apiPaths.reservations, { id }), { spareId, quantity: 1 });
  expect([reserved.status, reserved.body]).toMatchObject([201, { spareId, state: 'accepted' }]);
  expect((await asAgent.get(self)).body).toMatchObject({ free: 2, reservations: [{ appealId: id }] });
  const ofFind = { id, findId: String(reserved.body.id) };
  const appeal = link(apiPaths.appeal, { id });
  const packed = { to: 'customer', carrier: 'ups', trackingNumber: '1Z' };
  const sentOff = await decide(asAgent, appeal, link(apiPaths.spareHandOver, ofFind), packed);
  expect([sentOff.status, sentOff.body.remaining]).toEqual([200, 0]);
  expect((await decide(asFinder, self, link(apiPaths.spareGifts, { spareId }), { quantity: 1 })).body.free).toBe(1);
  const stale = await asFinder.post(
    link(apiPaths.spareWithdrawal, { spareId }),
    {},
    { 'If-Match': '"1.aaaaaaaaaaaa"' },
  );
  expect(stale.status).toBe(412);
  expect((await decide(asFinder, self, link(apiPaths.spareWithdrawal, { spareId }))).body.withdrawn).toBe(true);
});

it('turns pages of the board', async () => {
  for (let times = 0; times < 26; times++) await opened();
  const first = await asFinder.get(apiPaths.appeals);
  const second = await asFinder.get(`${apiPaths.appeals}?cursor=${first.body.next}`);
  const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
  expect([first.body.items.length, new Set(ids).size === ids.length, second.body.next]).toEqual([24, true, null]);
});
