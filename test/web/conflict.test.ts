import type request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { acceptFind } from '../../src/appeals/accept-find';
import { appealFor } from '../../src/appeals/find-appeals';
import { giveLead } from '../../src/appeals/give-lead';
import type { Upload } from '../../src/appeals/with-photos';
import { withdrawFind } from '../../src/appeals/withdraw-find';
import { createEntry } from '../../src/catalogue/create-entry';
import type { Appeal } from '../../src/domain/appeal';
import { translator } from '../../src/i18n/translator';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { giveHint } from '../../src/sought/give-hint';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, findIn, tokenOf } from '../support/cases';
import { entryWords } from '../support/entries';
import { admin, agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { visibleText } from '../support/html';
import { photo } from '../support/photos';
import { browser, signIn } from '../support/sign-in';
import { spareOn } from '../support/spares';

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let finn: Account;
let service: TestAgent;
let cupboard: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  ada = await agent({ name: 'Ada Agent' });
  finn = await colleague({ name: 'Finn Finder' });
  cases = casesOf(test.services, { agent: ada, finder: finn });
  service = await signIn(test.app, ada);
  cupboard = await signIn(test.app, finn);
});
afterAll(() => test.stop());

const pageOf = ({ id }: Appeal) => link(paths.appeal, { id });
const open = (visitor: TestAgent, appeal: Appeal) => visitor.get(pageOf(appeal)).expect(200);
const from = (appeal: Appeal) => `http://127.0.0.1${pageOf(appeal)}`;

const t = translator('en');
const said = (type: string, actor = 'Finn Finder') => t(`timeline.agent.${type}`, { actor, finder: 'Finn Finder' });

async function lost(answer: request.Test): Promise<string> {
  return visibleText((await answer.expect(409)).text);
}

describe('an agent who is too late', () => {
  it('reads what happened since, by whom, and keeps what was typed', async () => {
    const appeal = await cases.withOffer();
    const page = await open(service, appeal);
    await giveLead(by(finn, appeal), 'Ask at the fair');
    await withdrawFind(by(finn, appeal), findIn(appeal));
    const path = link(paths.findRefusal, { id: appeal.id, findId: findIn(appeal) });
    const words = await lost(fillIn(service, page, path, { words: 'Thank you, but it is too blue' }));
    expect(words).toContain(t('conflict.faster'));
    expect(words).toMatch(new RegExp(`${said('lead_given')}.*Ask at the fair.*${said('find_withdrawn')}`));
    expect(words).toContain('Thank you, but it is too blue');
    expect(words).not.toContain(said('appeal_published', 'Ada Agent'));
  });

  it('gets the form of an appeal back as typed, beside what stands there now', async () => {
    const [first, second, third] = await Promise.all([photo('#101010'), photo('#202020'), photo('#303030')]);
    const appeal = await cases.searching({ photos: [first] });
    const path = link(paths.editAppeal, { id: appeal.id });
    const pages = [await service.get(path).expect(200), await service.get(path).expect(200)];
    const edit = (page: { text: string } | undefined, given: Record<string, string>, sent: Upload) =>
      fillIn(service, page ?? { text: '' }, path, { intent: 'save', ...given }, { photos: [sent] });
    await edit(pages[0], { story: 'The first version', place: 'Bonn' }, second).expect(303);
    const stale = await edit(pages[1], { story: 'The second version', place: '' }, third).expect(409);
    const words = visibleText(stale.text);
    expect(words).toContain(t('stale.title'));
    expect(words).toContain(said('appeal_edited', 'Ada Agent'));
    expect(words).toMatch(/The story\s+The first version/);
    expect(words).toMatch(/Place\s+Bonn/);
    expect(words).not.toMatch(/Headline\s+Plush/);
    expect((await appealFor(ada, appeal.id)).story).toBe('The first version');
    await fillIn(service, stale, path, { intent: 'save' }).expect(303);
    const after = await appealFor(ada, appeal.id);
    expect(after).toMatchObject({ story: 'The second version', place: '' });
    expect(after.photos).toHaveLength(3);
  });

  const overtaken: Record<string, () => Promise<{ path: string; field: string }>> = {
    'a spare': async () => {
      const { id } = await spareOn(test.services, ada);
      return { path: link(paths.editSpare, { spareId: id }), field: 'words' };
    },
    'a thing of the catalogue': async () => {
      const { id } = await createEntry(entryWords(), [], test.services.photoStore);
      return { path: link(paths.editEntry, { entryId: id }), field: 'words' };
    },
  };
  it.each(Object.entries(overtaken))('gets the form of %s back as typed', async (_, made) => {
    const { path, field } = await made();
    await overtakes(service, path, field);
  });

  it('gets the text of a template back as typed', async () => {
    const head = await signIn(test.app, await admin());
    await overtakes(head, link(paths.houseText, { piece: 'opened.long', language: 'de' }), 'text');
  });

  async function overtakes(visitor: TestAgent, path: string, field: string): Promise<void> {
    const pages = [await visitor.get(path).expect(200), await visitor.get(path).expect(200)];
    const edit = (page: { text: string } | undefined, words: string) =>
      fillIn(visitor, page ?? { text: '' }, path, { [field]: words });
    await edit(pages[0], 'The first version').expect(303);
    const stale = await edit(pages[1], 'The second version').expect(409);
    expect(visibleText(stale.text)).toMatch(/text\s+The first version/i);
    await fillIn(visitor, stale, path).expect(303);
    expect((await visitor.get(path).expect(200)).text).toContain('The second version');
  }

  it('is told plainly where nothing has happened since', async () => {
    const appeal = await cases.searching();
    const ship = service.post(link(paths.shipments, { id: appeal.id })).type('form');
    const words = await lost(
      ship.send({ version: String(appeal.version), carrier: 'dhl', trackingNumber: '', quantity: '1' }),
    );
    expect(words).toContain(t('conflict.notNow'));
    expect(words).not.toContain(t('error.since'));
  });
});

describe('a colleague who is too late', () => {
  it('keeps what was typed, and reads of what happened what colleagues may know', async () => {
    const appeal = await cases.withOffer();
    const page = await open(cupboard, appeal);
    await acceptFind(by(ada, appeal), findIn(appeal));
    const path = link(paths.findWithdrawal, { id: appeal.id, findId: findIn(appeal) });
    expect(await lost(fillIn(cupboard, page, path))).toContain(said('find_accepted', 'Ada Agent'));
    expect((await appealFor(ada, appeal.id)).finds[0]?.state).toBe('accepted');
  });

  it('reads nothing of a hint about a person', async () => {
    const appeal = await cases.searching({ appeal: { kind: 'person' } });
    await giveHint(by(finn, appeal), 'He works in Bonn');
    const offer = { version: String(appeal.version), quantity: '1', place: 'x', condition: 'good', words: '' };
    const words = await lost(
      cupboard
        .post(link(paths.finds, { id: appeal.id }))
        .type('form')
        .send(offer),
    );
    expect(words).not.toContain('He works in Bonn');
  });

  it('gets back to the page the form stood on', async () => {
    const appeal = await cases.closedInVain();
    const lead = () =>
      cupboard
        .post(link(paths.leads, { id: appeal.id }))
        .type('form')
        .send({ words: 'A hint' });
    expect((await lead().set('Referer', from(appeal))).text).toContain('A hint');
    expect((await lead().set('Referer', 'https://elsewhere.example/x')).text).not.toContain('elsewhere.example');
  });
});

describe('a customer who is too late', () => {
  it('reads it in their language, and no name of anybody', async () => {
    const appeal = await cases.delivered({ customer: { language: 'de' } });
    const token = await tokenOf(test.services, appeal);
    const visitor = browser(test.app);
    const words = await lost(visitor.post(link(paths.statusDelivery, { token })).type('form').send({}));
    expect(words).toContain(translator('de')('conflict.notNow'));
    expect(words).not.toMatch(/Ada|Finn/);
  });

  it('keeps the words of a second thank-you', async () => {
    const appeal = await cases.delivered({ customer: { language: 'en' } });
    const token = await tokenOf(test.services, appeal);
    const visitor = browser(test.app);
    const page = await visitor.get(link(paths.status, { token })).expect(200);
    const thank = (words: string) => fillIn(visitor, page, link(paths.statusThanks, { token }), { words });
    await thank('Thank you!').expect(303);
    expect(await lost(thank('Thank you once more!'))).toContain('Thank you once more!');
  });
});
