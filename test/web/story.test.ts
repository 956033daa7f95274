import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import type { Appeal } from '../../src/domain/appeal';
import { translator } from '../../src/i18n/translator';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { eventually } from '../support/eventually';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { visibleText } from '../support/html';
import { mailsIn } from '../support/outbox';
import { photo } from '../support/photos';
import { browser, signIn } from '../support/sign-in';

const t = translator('en');

let test: TestApp;
let ada: Account;
let finn: Account;
let service: TestAgent;
let cupboard: TestAgent;
const customer = () => browser(test.app).set('Accept-Language', 'en');
beforeAll(async () => {
  test = await startTestApp();
  ada = await agent({ name: 'Ada Agent', place: 'Bonn, room 7' });
  finn = await colleague({ name: 'Finn Finder' });
  service = await signIn(test.app, ada);
  cupboard = await signIn(test.app, finn);
});
afterAll(() => test.stop());

/** The story is one; each step goes on where the one before ended. */
let donkey: Appeal;
let mule: Appeal;
let statusPage: string;

const pageOf = ({ id }: Appeal) => link(paths.appeal, { id });
const now = ({ id }: Appeal) => appealFor(ada, id);
const happened = async (appeal: Appeal) => (await now(appeal)).timeline.at(-1)?.type;
const text = async (visitor: TestAgent, address: string) => visibleText((await visitor.get(address).expect(200)).text);

/** Fills in a form of the appeal's page and comes back to it. */
async function act(visitor: TestAgent, appeal: Appeal, action: string, given = {}, files = {}): Promise<string> {
  const page = await visitor.get(pageOf(appeal)).expect(200);
  await fillIn(visitor, page, action, given, files).expect(303).expect('Location', pageOf(appeal));
  return text(visitor, pageOf(appeal));
}

const findPath = (
  pattern:
    | typeof paths.findAcceptance
    | typeof paths.findHandOver
    | typeof paths.findReceipt
    | typeof paths.findShelving,
) => link(pattern, { id: donkey.id, findId: donkey.finds[0]?.id ?? '' });

describe('the plush donkey', () => {
  it('is put on the board by the agent, with a photo and the customer’s own words', async () => {
    donkey = await open({ title: 'Plush donkey', channel: 'email' }, '#888888');
    mule = await open({ title: 'Plush mule', channel: 'x' }, '#777777');
    expect(donkey.timeline.map(({ type }) => type)).toEqual(['appeal_opened', 'appeal_published']);
    expect(donkey).toMatchObject({ status: 'searching', hashtags: ['donkey', 'Hamburg'], lostOn: '2014-12-28' });
    expect(donkey.sought).toEqual([
      { label: 'Size', value: '20 cm' },
      { label: 'Colour', value: 'grey, pink hooded shirt' },
    ]);
  });

  it('is found on the board, followed, looked for and passed on', async () => {
    expect(await text(cupboard, `${paths.board}?q=zebra`)).not.toContain('Plush donkey');
    expect(await text(cupboard, `${paths.board}?q=donkey`)).toContain('Plush donkey');
    expect(await act(cupboard, donkey, link(paths.follow, { id: donkey.id }))).toContain(
      t('appeal.followers', { count: 1 }),
    );
    expect(await act(cupboard, donkey, link(paths.looks, { id: donkey.id }), { place: 'Cellar' })).toContain('Cellar');
    expect(await happened(donkey)).toBe('looked');
    const words = 'The fair team had a box of them';
    expect(await act(cupboard, donkey, link(paths.leads, { id: donkey.id }), { words })).toContain(words);
    expect(await happened(donkey)).toBe('lead_given');
  });

  it('has two twins in a cupboard', async () => {
    const given = {
      quantity: '2',
      place: 'Cologne, my cupboard',
      condition: 'as_new',
      words: 'Both in bags',
      nameForCustomer: 'yes',
    };
    const page = await act(cupboard, donkey, link(paths.finds, { id: donkey.id }), given, {
      photos: [await photo('#999999')],
    });
    expect(page).toContain('Cologne, my cupboard');
    donkey = await now(donkey);
    expect(donkey.finds).toEqual([
      expect.objectContaining({ finder: finn.id, quantity: 2, state: 'offered', nameForCustomer: true }),
    ]);
    expect(await happened(donkey)).toBe('find_offered');
  });

  it('is taken by the agent, handed over as a parcel and received', async () => {
    await act(service, donkey, findPath(paths.findAcceptance));
    expect((await now(donkey)).status).toBe('found');
    expect(await text(cupboard, paths.myFinds)).toContain('Bonn, room 7');
    await act(cupboard, donkey, findPath(paths.findHandOver), {
      way: 'parcel',
      carrier: 'dhl',
      trackingNumber: '00 340',
    });
    expect((await now(donkey)).finds[0]?.handOver).toEqual({ way: 'parcel', carrier: 'dhl', trackingNumber: '00 340' });
    await act(service, donkey, findPath(paths.findReceipt));
    expect([(await now(donkey)).status, await happened(donkey)]).toEqual(['at_desk', 'find_received']);
    expect(await text(service, paths.desk)).toContain('Plush donkey');
  });

  it('is told of by mail, in the words of the template', async () => {
    const compose = link(paths.newUpdate, { id: donkey.id });
    const page = await service.get(compose).expect(200);
    await fillIn(service, page, link(paths.updates, { id: donkey.id })).expect(303);
    const [mail = ''] = await eventually('the mail', async () => {
      const mails = await mailsIn(test.config.dataDir);
      return mails.length > 0 ? mails : undefined;
    });
    expect(mail).toMatch(/^To: maria@customers\.example\r?$/m);
    expect(mail).toContain(t('message.greeting.long', { name: 'Maria Muster' }));
    expect(await happened(donkey)).toBe('update_sent');
    statusPage = new URL(/https?:\S+\/status\/\S+/.exec(mail)?.[0] ?? '').pathname;
  });

  it('is sent to the customer, one of the two', async () => {
    const parcel = { carrier: 'dhl', trackingNumber: '00340434161094042557', quantity: '1' };
    const page = await act(service, donkey, link(paths.shipments, { id: donkey.id }), parcel);
    expect(page).toContain('00340434161094042557');
    donkey = await now(donkey);
    expect([donkey.status, donkey.shipments[0]?.findId]).toEqual(['on_its_way', donkey.finds[0]?.id]);
  });

  it('arrives: the customer says so, answers and says thank you', async () => {
    const visitor = customer();
    const page = await visitor.get(statusPage).expect(200);
    expect(visibleText(page.text)).toContain('00340434161094042557');
    expect(visibleText(page.text)).toContain('Finn');
    await fillIn(visitor, page, `${statusPage}/delivery`).expect(303).expect('Location', statusPage);
    expect([(await now(donkey)).status, await happened(donkey)]).toEqual(['delivered', 'delivered']);
    const arrived = await visitor.get(statusPage).expect(200);
    await fillIn(visitor, arrived, `${statusPage}/replies`, { words: 'She sleeps with it!' }).expect(303);
    expect(await happened(donkey)).toBe('customer_replied');
    await fillIn(visitor, arrived, `${statusPage}/thanks`, { words: 'Big happy eyes.', shareable: 'yes' }).expect(303);
    expect((await now(donkey)).timeline.at(-1)).toMatchObject({ type: 'customer_thanked', shareable: true });
    expect(await text(service, pageOf(donkey))).toContain('She sleeps with it!');
  });

  it('ends happily, and its twin goes to the shelf', async () => {
    expect(await text(cupboard, paths.happyEnds)).not.toContain('Big happy eyes.');
    await act(service, donkey, link(paths.closure, { id: donkey.id }), { outcome: 'happy' });
    expect(await now(donkey)).toMatchObject({ status: 'closed', outcome: 'happy' });
    await act(service, donkey, findPath(paths.findShelving), { place: 'Shelf by the window' });
    const after = await now(donkey);
    expect([after.finds[0]?.state, after.timeline.at(-1)?.type]).toEqual(['shelved', 'surplus_shelved']);
    expect([after.version, after.timeline.length]).toEqual([15, 15]);
  });

  it('stands on the shelf and among the happy ends, for all to see', async () => {
    const shelf = await text(cupboard, paths.shelf);
    expect(shelf).toContain('Plush donkey');
    expect(shelf).toContain('Shelf by the window');
    expect(await text(cupboard, paths.happyEnds)).toContain('Big happy eyes.');
    expect(await text(cupboard, paths.myFinds)).toContain('Big happy eyes.');
    expect(await text(cupboard, pageOf(donkey))).not.toContain('She sleeps with it!');
  });
});

describe('the plush mule, whose customer is on X', () => {
  it('is told of in a text to copy, which is marked as posted', async () => {
    const page = await service.get(link(paths.newUpdate, { id: mule.id })).expect(200);
    await fillIn(service, page, link(paths.updates, { id: mule.id })).expect(303);
    const shown = await service.get(pageOf(mule)).expect(200);
    const posting = /action="([^"]+\/posting)"/.exec(shown.text)?.[1] ?? '';
    await act(service, mule, posting, { link: 'https://x.com/fundus/status/1' });
    const [sent, marked] = (await now(mule)).timeline.slice(-2);
    expect([sent?.type, marked?.type]).toEqual(['update_sent', 'update_posted']);
    expect((await service.get(pageOf(mule))).text).toContain('https://x.com/fundus/status/1');
  });
});

async function open(given: Record<string, string>, colour: string): Promise<Appeal> {
  const page = await service.get(paths.newAppeal).expect(200);
  const usual = {
    kind: 'item',
    story: 'Lost on a trip.\n\nSorely missed.',
    soughtLabel: ['Size', 'Colour', 'Year', ''],
    soughtValue: ['20 cm', 'grey, pink hooded shirt', '', ''],
    place: 'Hamburg',
    lostOn: '2014-12-28',
    hashtags: '#donkey #Hamburg',
    reward: 'Big, happy children’s eyes',
    originalWords: 'My daughter is heartbroken',
    postUrl: 'https://social.example/posts/1',
    customerName: 'Maria Muster',
    customerHandle: '@maria',
    customerEmail: 'maria@customers.example',
    customerLanguage: 'en',
    intent: 'publish',
  };
  const photos = [await photo(colour)];
  const { headers } = await fillIn(service, page, paths.appeals, { ...usual, ...given }, { photos }).expect(303);
  return appealFor(ada, String(headers.location).split('/').at(-1) ?? '');
}
