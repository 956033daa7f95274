import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import { customerOf } from '../../src/customers/customer';
import type { Appeal } from '../../src/domain/appeal';
import { translator } from '../../src/i18n/translator';
import { messagesOf } from '../../src/messages/find-messages';
import { receiveReply } from '../../src/messages/receive-words';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, customerOfCase, tokenOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { visibleText } from '../support/html';
import { photo } from '../support/photos';
import { browser, signIn } from '../support/sign-in';
import { asBuffer, filesIn } from '../support/zip';

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

const t = translator('en');
const addressOf = async (appeal: Appeal) => link(paths.status, { token: await tokenOf(test.services, appeal) });
const read = async (appeal: Appeal) => visitor.get(await addressOf(appeal)).expect(200);
const wordsOf = async (appeal: Appeal) => visibleText((await read(appeal)).text);
const now = ({ id }: Appeal) => appealFor(ada, id);
const lastEvent = async (appeal: Appeal) => (await now(appeal)).timeline.at(-1);
const deskOf = async (who: Account) => visibleText((await (await signIn(test.app, who)).get(paths.desk)).text);

/** Fills in one of the page's forms, and comes back to the page. */
async function act(appeal: Appeal, name: string, given: Record<string, string | string[]> = {}): Promise<string> {
  const action = `${await addressOf(appeal)}/${name}`;
  const { headers } = await fillIn(visitor, await read(appeal), action, given).expect(303);
  return visibleText((await visitor.get(headers.location ?? '').expect(200)).text);
}

describe('the address', () => {
  it('is shown in part, and confirmed once', async () => {
    const appeal = await cases.atDesk({ customer: { address: 'Maria Muster\nRosenweg 12\n12345 Ort' } });
    const page = await wordsOf(appeal);
    expect(page).toContain('Ros… 1•');
    expect(page).not.toMatch(/Rosenweg|12345/);
    expect(await act(appeal, 'address/confirmation')).toContain(t('customer.addressKnown'));
    expect(await lastEvent(appeal)).toMatchObject({ type: 'address_confirmed' });
    expect((await read(appeal)).text).not.toContain('/address/confirmation');
  });

  it('is corrected, and the agent sees where to look', async () => {
    const appeal = await cases.atDesk();
    await act(appeal, 'address', { address: 'Neuer Weg 7\n54321 Dorf' });
    expect(await customerOf(appeal.id)).toMatchObject({ address: 'Neuer Weg 7\n54321 Dorf' });
    expect(await deskOf(ada)).toContain(t('desk.newAddress.heading'));
    const service = await signIn(test.app, ada);
    expect((await service.get(link(paths.appeal, { id: appeal.id }))).text).toContain('Neuer Weg 7');
  });

  it('is asked for where there is none, and of nobody who seeks a person', async () => {
    expect(await wordsOf(await cases.searching({ customer: { address: '' } }))).toContain(t('customer.addressMissing'));
    expect((await read(await cases.searching({ appeal: { kind: 'person' } }))).text).not.toContain('id="address"');
  });
});

describe('the photo of the find', () => {
  const withPhoto = async (photoForCustomer: boolean) =>
    cases.found({ find: { photoForCustomer }, findPhotos: [await photo('#112233')] });
  const small = async (appeal: Appeal) =>
    link(paths.statusPhoto, {
      token: await tokenOf(test.services, appeal),
      photoId: appeal.finds[0]?.photo?.id ?? '',
      file: 'small.webp',
    });

  it('is there where the finder agreed', async () => {
    const appeal = await withPhoto(true);
    expect((await read(appeal)).text).toContain(await small(appeal));
    await visitor.get(await small(appeal)).expect(200);
  });

  it('is not there where the finder did not, or the find was not taken', async () => {
    const offered = cases.withOffer({ find: { photoForCustomer: true }, findPhotos: [await photo('#445566')] });
    for (const appeal of [await withPhoto(false), await offered]) {
      expect(await wordsOf(appeal)).not.toContain(t('customer.findPhotos'));
      await visitor.get(await small(appeal)).expect(404);
    }
  });
});

describe('a reply', () => {
  it('comes with photos, for agents alone until one of them shows a photo to all', async () => {
    const appeal = await cases.searching();
    const [employee, service] = [await signIn(test.app, await colleague()), await signIn(test.app, ada)];
    const action = `${await addressOf(appeal)}/replies`;
    const photos = [await photo('#00ff04'), await photo('#00ff05')];
    await fillIn(visitor, await read(appeal), action, { words: 'It looked like this' }, { photos }).expect(303);
    const [message] = await messagesOf(appeal.id);
    expect(message).toMatchObject({ kind: 'reply', body: 'It looked like this' });
    const hrefs = (message?.photos ?? []).map(({ id: photoId }) =>
      link(paths.photo, { id: appeal.id, photoId, file: 'small.webp' }),
    );
    const seenBy = async (who: TestAgent) => Promise.all(hrefs.map(async (href) => (await who.get(href)).status));
    expect([await seenBy(service), await seenBy(employee)]).toEqual([
      [200, 200],
      [404, 404],
    ]);
    expect((await read(appeal)).text).toContain(`photos/${message?.photos[0]?.id}`);
    const adoption = link(paths.photoAdoption, { id: appeal.id, photoId: message?.photos[0]?.id ?? '' });
    const page = await service.get(link(paths.appeal, { id: appeal.id })).expect(200);
    await fillIn(service, page, adoption).expect(303);
    expect(await seenBy(employee)).toEqual([200, 404]);
  });

  it('that is refused keeps the words and the good photos, in its own form alone', async () => {
    const appeal = await cases.delivered();
    const action = `${await addressOf(appeal)}/replies`;
    const photos = [await photo('#00ff06'), { bytes: Buffer.from('no photo'), fileName: 'x.jpg' }];
    const refused = await fillIn(visitor, await read(appeal), action, { words: 'Kept' }, { photos }).expect(422);
    expect(await messagesOf(appeal.id)).toEqual([]);
    expect(refused.text.match(/data-photo-row>/g)).toHaveLength(1);
    await fillIn(visitor, refused, action).expect(303);
    expect(await messagesOf(appeal.id)).toMatchObject([{ body: 'Kept', photos: [{}] }]);
  });
});

describe('thanks', () => {
  const thank = async (appeal: Appeal, given: Record<string, string>, colour = '#778899') => {
    const action = `${await addressOf(appeal)}/thanks`;
    await fillIn(
      visitor,
      await read(appeal),
      action,
      { words: 'Big eyes!', ...given },
      { photos: [await photo(colour)] },
    ).expect(303);
    return (await messagesOf(appeal.id))[0]?.photos[0]?.id ?? '';
  };

  it('come with a photo, for those the customer agreed to', async () => {
    const employee = await signIn(test.app, await colleague());
    const service = await signIn(test.app, ada);
    for (const [given, status] of [
      [{ shareable: 'yes' }, 200],
      [{ publicUse: 'yes' }, 404],
    ] as const) {
      const appeal = await cases.delivered();
      const photoId = await thank(appeal, given, status === 200 ? '#00ff01' : '#00ff02');
      expect(await lastEvent(appeal)).toMatchObject({ shareable: status === 200, publicUse: status !== 200 });
      const photoHref = link(paths.photo, { id: appeal.id, photoId, file: 'small.webp' });
      expect((await service.get(link(paths.appeal, { id: appeal.id }))).text).toContain(photoHref);
      await service.get(photoHref).expect(200);
      await employee.get(photoHref).expect(status);
      const own = link(paths.statusPhoto, { token: await tokenOf(test.services, appeal), photoId, file: 'small.webp' });
      await visitor.get(own).expect(200);
    }
  });

  it('are refused with a photo that is none, and nothing is kept', async () => {
    const appeal = await cases.delivered();
    const action = `${await addressOf(appeal)}/thanks`;
    const noPhoto = { bytes: Buffer.from('no photo'), fileName: 'x.jpg' };
    await fillIn(visitor, await read(appeal), action, { words: 'Kept words' }, { photos: [noPhoto] })
      .expect(422)
      .expect(/Kept words/);
    expect(await messagesOf(appeal.id)).toEqual([]);
  });

  it('are taken back in part or as a whole, and then shown to nobody', async () => {
    const appeal = await cases.delivered();
    const employee = await signIn(test.app, await colleague());
    const photoId = await thank(appeal, { shareable: 'yes', publicUse: 'yes' }, '#00ff03');
    const seen = async () => {
      const [page, picture] = [link(paths.appeal, { id: appeal.id }), { id: appeal.id, photoId, file: 'small.webp' }];
      const { status } = await employee.get(link(paths.photo, picture));
      return [(await employee.get(page)).text.includes('Big eyes!'), status];
    };
    await act(appeal, 'consent', { publicUse: [] });
    expect(await lastEvent(appeal)).toMatchObject({ type: 'consent_withdrawn', shareable: true, publicUse: false });
    expect(await seen()).toEqual([true, 200]);
    const asBefore = await fillIn(visitor, await read(appeal), `${await addressOf(appeal)}/consent`).expect(422);
    expect(visibleText(asBefore.text)).toContain(t('refusal.consentAsBefore'));
    await act(appeal, 'consent', { shareable: [] });
    expect(await seen()).toEqual([false, 404]);
    expect((await read(appeal)).text).not.toContain('/consent"');
  });
});

describe('the whole request', () => {
  it('is withdrawn, and whoever was to send something knows', async () => {
    const appeal = await cases.found();
    expect(await act(appeal, 'withdrawal')).toContain(t('customer.headline.item.closed_withdrawn'));
    const after = await now(appeal);
    expect(after).toMatchObject({ status: 'closed', outcome: 'withdrawn', finds: [{ state: 'offered' }] });
    expect(after.timeline.at(-1)).toMatchObject({ type: 'closed', actor: { kind: 'customer' } });
    expect(await deskOf(ada)).toContain(t('desk.replies.heading'));
  });
});

describe('deletion', () => {
  it('is asked for once, and lies on the agent’s desk, also of a closed case', async () => {
    const bea = await agent({ name: 'Bea Agent' });
    const closed = await casesOf(test.services, { agent: bea, finder: ada }).closedInVain();
    expect(await deskOf(bea)).not.toContain(t('desk.toForget.heading'));
    expect(await act(closed, 'deletion')).toContain(t('customer.deletionAsked'));
    expect(await deskOf(bea)).toContain(t('desk.toForget.heading'));
    await visitor.post(`${await addressOf(closed)}/deletion`).expect(409);
  });
});

describe('the customer’s data', () => {
  const download = async (appeal: Appeal, language = '') =>
    visitor
      .post(`${await addressOf(appeal)}/data${language}`)
      .buffer(true)
      .parse(asBuffer)
      .expect(200);

  it('come as a file with all that is theirs, photos included, and nothing of colleagues', async () => {
    const appeal = await cases.onItsWay({
      customer: { address: 'Rosenweg 12' },
      photos: [await photo('#abcdef')],
      find: { nameForCustomer: true, words: 'From my cellar', place: 'Cologne' },
    });
    await receiveReply(by(customerOfCase(appeal), appeal), 'en', 'How lovely');
    const { headers, body } = await download(appeal);
    expect(headers['content-disposition']).toBe(`attachment; filename=${t('customer.dataFile')}.zip`);
    const files = await filesIn(body as Buffer);
    const data = JSON.parse(files.get('data.json')?.toString('utf8') ?? '');
    expect(data).toMatchObject({
      you: { name: 'Maria Muster', address: 'Rosenweg 12', originalWords: 'My daughter lost her donkey' },
      messages: [{ text: 'How lovely', from: t('customer.you') }],
      parcels: [{ trackingNumber: '00340' }],
      finders: ['Finn'],
    });
    expect(data.story.map(({ sentence }: { sentence: string }) => sentence)).toContain(
      t('timeline.customer.find_accepted'),
    );
    const [picture] = data.request.photos;
    expect(files.get(picture)?.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(JSON.stringify(data)).not.toMatch(/Finder|Ada|cellar|Cologne|00123/);
    expect(await now(appeal)).toMatchObject({ version: appeal.version + 1 });
  });

  it('speaks the language of the page', async () => {
    const { headers } = await download(await cases.searching(), '?language=de');
    expect(headers['content-disposition']).toContain(translator('de')('customer.dataFile'));
  });

  it('are not carried away by what opens every link', async () => {
    const appeal = await cases.searching();
    for (const method of ['get', 'head'] as const) await visitor[method](`${await addressOf(appeal)}/data`).expect(404);
  });
});
