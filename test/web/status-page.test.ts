import type TestAgent from 'supertest/lib/agent';
import { close } from '../../src/appeals/close';
import { appealFor } from '../../src/appeals/find-appeals';
import { nameOwner } from '../../src/appeals/name-owner';
import { ship } from '../../src/appeals/ship';
import { customerOf } from '../../src/customers/customer';
import { type Appeal, kinds } from '../../src/domain/appeal';
import { outcomes, publishedStatuses } from '../../src/domain/appeal-status';
import { languages } from '../../src/domain/languages';
import { translator } from '../../src/i18n/translator';
import { messagesOf } from '../../src/messages/find-messages';
import { markPosted } from '../../src/messages/mark-posted';
import { sendUpdate } from '../../src/messages/send-update';
import { AppealModel } from '../../src/models/appeal';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, tokenOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { visibleText } from '../support/html';
import { browser, signIn } from '../support/sign-in';

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let visitor: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  ada = await agent({ name: 'Ada Agent' });
  cases = casesOf(test.services, { agent: ada, finder: await colleague({ name: 'Finn Finder' }) });
  visitor = browser(test.app);
});
afterAll(() => test.stop());

const addressOf = async (appeal: Appeal) => link(paths.status, { token: await tokenOf(test.services, appeal) });
const read = async (appeal: Appeal, query = '') => visitor.get((await addressOf(appeal)) + query).expect(200);
const wordsOf = async (appeal: Appeal, query = '') => visibleText((await read(appeal, query)).text);
const now = ({ id }: Appeal) => appealFor(ada, id);

describe('what is refused', () => {
  it.each([
    ['replies', {}, 'error.field.required'],
    ['replies', { words: '   ' }, 'error.field.required'],
    ['replies', { words: 'x'.repeat(5001) }, 'error.field.tooLong'],
    ['thanks', { words: '' }, 'error.field.required'],
    ['address', { address: ' ' }, 'error.field.required'],
    ['address', { address: 'x'.repeat(501) }, 'error.field.tooLong'],
  ])('says why beside the form: %s %p', async (name, form, sentence) => {
    const appeal = name === 'address' ? await cases.atDesk() : await cases.delivered();
    const answer = visitor
      .post(`${await addressOf(appeal)}/${name}`)
      .type('form')
      .send(form);
    const { text } = await answer.expect(422);
    expect(visibleText(text)).toContain(translator('en')(sentence));
    for (const typed of Object.values(form)) expect(text).toContain(typed.trim());
    expect(await now(appeal)).toEqual(appeal);
  });
});

describe('the page', () => {
  it('is told to nobody: not kept, not indexed, not passed on', async () => {
    const { headers } = await read(await cases.searching());
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  const everyStanding = kinds.flatMap((kind) =>
    publishedStatuses.flatMap((status) => {
      const ends = status === 'closed' ? outcomes : [null];
      return ends.map((outcome) => ({ kind, status, outcome }));
    }),
  );
  it('has words for every standing of every kind, in both languages', async () => {
    const appeal = await cases.closedHappy();
    for (const standing of everyStanding) {
      await AppealModel.updateOne({ _id: appeal.id }, standing);
      for (const language of languages) expect((await read(appeal, `?language=${language}`)).text).toContain('<h1');
    }
  });

  it('speaks the language of the customer, or the one they switch to', async () => {
    const appeal = await cases.searching({ customer: { language: 'de' } });
    const headline = 'customer.headline.item.searching';
    expect(await wordsOf(appeal)).toContain(translator('de')(headline));
    const page = await read(appeal, '?language=en');
    expect(visibleText(page.text)).toContain(translator('en')(headline));
    const action = `${await addressOf(appeal)}/replies?language=en`;
    const { headers } = await fillIn(visitor, page, action, { words: 'Hello' }).expect(303);
    expect(headers.location).toBe(`${await addressOf(appeal)}?language=en`);
    expect((await messagesOf(appeal.id))[0]?.language).toBe('en');
  });

  it('stores the language they choose: the page and what we write next follow it', async () => {
    const appeal = await cases.searching({ customer: { language: 'de' } });
    const address = await addressOf(appeal);
    const page = await read(appeal, '?language=en');
    expect((await customerOf(appeal.id))?.language).toBe('de');
    await visitor.post(`${address}/language`).type('form').send({ language: 'fr' }).expect(422);
    const { headers } = await fillIn(visitor, page, `${address}/language`, { language: 'en' }).expect(303);
    expect(headers.location).toBe(address);
    expect(await wordsOf(appeal)).toContain(translator('en')('customer.headline.item.searching'));
    const composer = await (await signIn(test.app, ada)).get(link(paths.newUpdate, appeal)).expect(200);
    expect(visibleText(composer.text)).toContain(translator('en')('message.opened.long').slice(0, 40));
  });

  it('says by when they hear from us again, and owns up to being late', async () => {
    const appeal = await cases.searching();
    expect(await wordsOf(appeal)).toContain(translator('en')('customer.promise'));
    const update = { channel: 'phone', subject: '', body: 'We called', hearsBy: '2999-05-06' } as const;
    await sendUpdate(by(ada, appeal), update, null);
    expect(await wordsOf(appeal)).toContain('6 May 2999');
    expect(await wordsOf(appeal, '?language=de')).toContain('6. Mai 2999');
    await sendUpdate(by(ada, appeal), { ...update, hearsBy: '2020-05-06' }, null);
    expect(await wordsOf(appeal)).toContain(`${translator('en')('customer.promiseDue')} 6 May 2020`);
    expect(await wordsOf(await cases.closedInVain())).not.toContain(translator('en')('customer.promise'));
  });

  it('offers what can be done now, and nothing else', async () => {
    const actionsOf = async (appeal: Appeal) =>
      [...(await read(appeal)).text.matchAll(/<form[^>]*action="[^"]*\/(\w+)"/g)].map(([, name]) => name).sort();
    const always = ['data', 'deletion', 'language', 'replies'];
    const whileSearching = ['address', 'confirmation', ...always, 'withdrawal'];
    expect(await actionsOf(await cases.searching())).toEqual(whileSearching);
    expect(await actionsOf(await cases.onItsWay())).toEqual(['data', 'deletion', 'delivery', 'language', 'replies']);
    expect(await actionsOf(await cases.closedHappy())).toEqual([...always, 'thanks']);
    expect(await actionsOf(await cases.thanked())).toEqual(['consent', ...always]);
    expect(await actionsOf(await cases.closedInVain())).toEqual(always);
  });

  it('names a finder by the first name, who agreed and whose find was taken', async () => {
    const nameForCustomer = true;
    expect(await wordsOf(await cases.atDesk({ find: { nameForCustomer } }))).toMatch(/Finn(?! Finder)/);
    for (const appeal of [await cases.atDesk(), await cases.withOffer({ find: { nameForCustomer } })])
      expect(await wordsOf(appeal)).not.toMatch(/Finn|Finder|Ada|Agent/);
  });

  it('shows the parcel with the link of its carrier', async () => {
    const { text } = await read(await cases.onItsWay({ tracking: { shipped: '00340' } }));
    expect(text).toContain('piececode&#x3D;00340"');
  });

  it('shows a found thing on its way home', async () => {
    const appeal = await nameOwner(by(ada, await cases.searching({ appeal: { kind: 'owner' } })));
    const sent = await ship(by(ada, appeal), { carrier: 'ups', trackingNumber: '1Z', quantity: 1 });
    expect(await wordsOf(sent)).toContain(translator('en')('customer.headline.owner.on_its_way'));
  });

  it('says nothing of why a person was not found', async () => {
    const sought = await cases.searching({ appeal: { kind: 'person' } });
    const inVain = await wordsOf(await close(by(ada, sought), 'not_found'));
    expect(inVain).toContain(translator('en')('customer.next.person.closed_not_found'));
    expect(inVain).not.toMatch(/not found|nobody|nothing|said no/i);
  });
});

describe('what we wrote', () => {
  it('is there once it was posted, with the link that is valid now', async () => {
    const appeal = await cases.searching({ appeal: { channel: 'other' } });
    const url = `${test.config.baseUrl}${await addressOf(appeal)}`;
    await sendUpdate(by(ada, appeal), { channel: 'other', subject: '', body: `We are looking: ${url}` }, url);
    expect(await wordsOf(appeal)).not.toContain('We are looking');
    const [message] = await messagesOf(appeal.id);
    await markPosted(by(ada, appeal), message?.id ?? '', '');
    expect(await wordsOf(appeal)).toContain(`We are looking: ${url}`);
  });
});

describe('what the customer does', () => {
  it('reaches the agent', async () => {
    const appeal = await cases.onItsWay();
    const page = await read(appeal);
    const address = await addressOf(appeal);
    await fillIn(visitor, page, `${address}/replies`, { words: 'My new address is Weg 2' }).expect(303);
    await fillIn(visitor, page, `${address}/delivery`).expect(303);
    expect((await now(appeal)).timeline.slice(-2).map(({ type }) => type)).toEqual(['customer_replied', 'delivered']);
    const service = await signIn(test.app, ada);
    expect((await service.get(link(paths.appeal, { id: appeal.id })).expect(200)).text).toContain(
      'My new address is Weg 2',
    );
    expect((await service.get(paths.desk).expect(200)).text).toContain(appeal.title);
  });

  it('is thanks for the agent alone where they did not agree to show them', async () => {
    const appeal = await cases.closedHappy();
    const address = await addressOf(appeal);
    await fillIn(visitor, await read(appeal), `${address}/thanks`, { words: 'For you alone' }).expect(303);
    expect((await now(appeal)).timeline.at(-1)).toMatchObject({ type: 'customer_thanked', shareable: false });
    const service = await signIn(test.app, ada);
    expect((await service.get(link(paths.appeal, { id: appeal.id }))).text).toContain('For you alone');
    expect((await service.get(paths.happyEnds)).text).not.toContain('For you alone');
  });
});
