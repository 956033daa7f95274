import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import { SpareModel } from '../../src/models/spare';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { spareOf } from '../../src/shelf/find-spares';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { visibleText } from '../support/html';
import { photo } from '../support/photos';
import { signIn } from '../support/sign-in';
import { spareOn } from '../support/spares';

let test: TestApp;
let mira: Account;
let paul: Account;
let byMira: TestAgent;
let byPaul: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  [mira, paul] = [await agent({ name: 'Mira Anders' }), await colleague({ name: 'Paul Lindner' })];
  [byMira, byPaul] = [await signIn(test.app, mira), await signIn(test.app, paul)];
});
afterAll(() => test.stop());

const searching = () => casesOf(test.services, { agent: mira, finder: paul }).searching();
const read = async (visitor: TestAgent, address: string) => visibleText((await visitor.get(address).expect(200)).text);

it('goes from "I could give away" to the parcel with no colleague asked', async () => {
  const form = await byPaul.get(paths.newSpare).expect(200);
  const given = { title: 'Plush donkey', quantity: '2', place: 'Bonn, cupboard', condition: 'as_new', tags: '#donkey' };
  const offered = await fillIn(byPaul, form, paths.shelf, given, { photos: [await photo('#818181')] }).expect(303);
  const address = String(offered.headers.location);
  expect(await read(byPaul, address)).toContain('2 available');
  const appeal = await searching();
  const reservations = `${address}/reservations`;
  const page = await byMira.get(address).expect(200);
  const reserved = await fillIn(byMira, page, reservations, { appealId: appeal.id }).expect(303);
  const [find] = (await appealFor(mira, appeal.id)).finds;
  const values = { id: appeal.id, findId: find?.id ?? '' };
  const casePage = await byMira.get(String(reserved.headers.location)).expect(200);
  const handOver = link(paths.spareHandOver, values);
  await fillIn(byMira, casePage, handOver, { to: 'desk' }).expect(303);
  expect((await appealFor(mira, appeal.id)).status).toBe('at_desk');
  const atDesk = await byMira.get(link(paths.appeal, { id: appeal.id })).expect(200);
  await fillIn(byMira, atDesk, link(paths.shipments, { id: appeal.id }), { carrier: 'dhl' }).expect(303);
  expect((await appealFor(mira, appeal.id)).status).toBe('on_its_way');
  expect(await read(byPaul, address)).toContain('1 available');
});

it('brings a form back with everything typed, and says what was wrong', async () => {
  const form = await byPaul.get(paths.newSpare);
  const typed = { title: '', words: 'From a fair', attributeValue: ['20 cm'], quantity: '0', place: 'Bonn' };
  const refused = await fillIn(byPaul, form, paths.shelf, { ...typed, attributeLabel: ['Size'] }).expect(422);
  expect(visibleText(refused.text)).toContain('Headline: Please fill in this field.');
  for (const value of ['From a fair', 'value="20 cm"', 'value="Bonn"']) expect(refused.text).toContain(value);
});

it('says how many are left when more are wanted', async () => {
  const { id } = await spareOn(test.services, paul, { quantity: 1 });
  const appeal = await searching();
  const reserve = link(paths.spareReservations, { spareId: id });
  const tooMany = await fillIn(byMira, await byMira.get(link(paths.spare, { spareId: id })), reserve, {
    appealId: appeal.id,
    quantity: '2',
  }).expect(422);
  expect(visibleText(tooMany.text)).toContain('There are not that many. 1 are left.');
  const give = link(paths.spareGifts, { spareId: id });
  const page = await byPaul.get(link(paths.spare, { spareId: id }));
  await fillIn(byPaul, page, give, { quantity: '3' }).expect(422);
  expect((await spareOf(id)).free).toBe(1);
});

it('keeps filters in the address', async () => {
  await spareOn(test.services, paul, { title: 'Tin robot', words: '', tags: [] });
  await spareOn(test.services, paul, { title: 'Snow globe', words: '', tags: [] });
  const found = await read(byPaul, `${paths.shelf}?q=robot`);
  expect([found.includes('Tin robot'), found.includes('Snow globe')]).toEqual([true, false]);
  expect(await read(byPaul, `${paths.shelf}?q=rhinoceros`)).toContain('There is nothing like that here');
  const { text } = await byPaul.get(`${paths.shelf}?q=robot`);
  expect(text).toContain('href="/shelf?q&#x3D;robot&amp;state&#x3D;taken"');
});

it('shows what of the same catalogue entry is there, in the new appeal and on its page', async () => {
  const entryForm = await byMira.get(paths.newEntry).expect(200);
  const made = await fillIn(byMira, entryForm, paths.catalogue, { name: 'Paper boat', year: '2011' }).expect(303);
  const entryId = String(made.headers.location).split('/').at(-1) ?? '';
  const spare = await spareOn(test.services, paul, { title: 'Blue paper boat' });
  const sparePage = await byMira.get(link(paths.spare, { spareId: spare.id }));
  await fillIn(byMira, sparePage, link(paths.spareEntry, { spareId: spare.id }), { entryId }).expect(303);
  const form = await byMira.get(`${paths.newAppeal}?entry=${entryId}`).expect(200);
  expect(visibleText(form.text)).toContain('Exactly this is still on the shelf');
  const given = { title: 'Lost boat', story: 'It sank.', intent: 'publish', channel: 'phone' };
  const opened = await fillIn(byMira, form, paths.appeals, given).expect(303);
  const address = String(opened.headers.location);
  const page = await byMira.get(address).expect(200);
  expect(visibleText(page.text)).toContain('Blue paper boat');
  expect(await read(byPaul, address)).toContain('In the catalogue: Paper boat');
  expect(await read(byPaul, address)).not.toContain('Blue paper boat');
  await fillIn(byMira, page, `${address}/reservations`, { spareId: spare.id }).expect(303);
  expect(await spareOf(spare.id)).toMatchObject({ free: 0 });
  expect(await read(byPaul, link(paths.entry, { entryId }))).toContain('Lost boat');
});

it('asks its holder after half a year, who confirms with one click', async () => {
  const { id } = await spareOn(test.services, paul, { title: 'Old lantern' });
  expect(await read(byPaul, paths.myFinds)).not.toContain('is it still there?');
  await SpareModel.updateOne({ _id: id }, { confirmedAt: new Date(Date.now() - 183 * 24 * 60 * 60_000) });
  const page = await byPaul.get(paths.myFinds).expect(200);
  expect(visibleText(page.text)).toContain('We wonder about one of them: is it still there?');
  await fillIn(byPaul, page, link(paths.spareConfirmation, { spareId: id })).expect(303);
  expect(await read(byPaul, paths.myFinds)).not.toContain('is it still there?');
  expect((await spareOf(id)).confirmedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
});
