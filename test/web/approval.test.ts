import type TestAgent from 'supertest/lib/agent';
import { blurPhoto } from '../../src/appeals/blur-photo';
import { close } from '../../src/appeals/close';
import { editAppeal } from '../../src/appeals/edit-appeal';
import { appealFor } from '../../src/appeals/find-appeals';
import { publish } from '../../src/appeals/publish';
import { removePhoto } from '../../src/appeals/remove-photo';
import { ship } from '../../src/appeals/ship';
import { approve } from '../../src/customers/approve';
import { withdrawApproval } from '../../src/customers/withdraw-approval';
import type { Appeal } from '../../src/domain/appeal';
import { translator } from '../../src/i18n/translator';
import { messagesOf } from '../../src/messages/find-messages';
import type { Mailer } from '../../src/messages/mailer';
import { receiveThanks } from '../../src/messages/receive-words';
import { AppealModel } from '../../src/models/appeal';
import { MessageModel } from '../../src/models/message';
import { TokenModel } from '../../src/models/token';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, customerOfCase, findIn, tokenOf } from '../support/cases';
import { edited } from '../support/commands';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { visibleText } from '../support/html';
import { deliverDue } from '../support/outbox';
import { photo, twoColours } from '../support/photos';
import { browser, signIn } from '../support/sign-in';

const t = translator('en');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let desk: TestAgent;
let reader: TestAgent;
let finder: TestAgent;
let visitor: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  await test.services.outbox.stop();
  ada = await agent({ name: 'Ada Agent' });
  const finn = await colleague({ name: 'Finn Finder' });
  cases = casesOf(test.services, { agent: ada, finder: finn });
  desk = await signIn(test.app, ada);
  reader = await signIn(test.app, await colleague());
  finder = await signIn(test.app, finn);
  visitor = browser(test.app);
});
afterAll(() => test.stop());
beforeEach(() => Promise.all([AppealModel.deleteMany({}), TokenModel.deleteMany({})]));

const now = ({ id }: Appeal) => appealFor(ada, id);
const pageOf = ({ id }: Pick<Appeal, 'id'>) => link(paths.appeal, { id });
const statusOf = async (appeal: Appeal) => link(paths.status, { token: await tokenOf(test.services, appeal) });
const typesIn = async (appeal: Appeal) => (await now(appeal)).timeline.map(({ type }) => type);
const told = async (who: TestAgent, address: string, status = 200) =>
  visibleText((await who.get(address).expect(status)).text);
const mayAgree = (appeal: Appeal) => by(customerOfCase(appeal), appeal);

describe('asking', () => {
  it('leads to the composer with the question in the customer’s language, and the mail brings them to the page', async () => {
    const draft = await cases.draft({ customer: { language: 'de', email: 'frau@customers.example' } });
    const page = await desk.get(pageOf(draft)).expect(200);
    const asking = link(paths.approvalRequest, draft);
    const { headers } = await fillIn(desk, page, asking).expect(303);
    expect(headers.location).toBe(link(paths.newUpdate, draft));
    expect((await desk.get(paths.desk)).text).toContain(`href="${link(paths.newUpdate, draft)}"`);
    const composer = await desk.get(headers.location ?? '').expect(200);
    expect(visibleText(composer.text)).toContain(translator('de')('message.approval.long').slice(0, 60));
    await fillIn(desk, composer, link(paths.updates, draft), { intent: 'send' }).expect(303);
    expect((await desk.get(paths.desk)).text).not.toContain(`href="${link(paths.newUpdate, draft)}"`);
    await MessageModel.updateMany({ appeal: draft.id }, { dueAt: new Date() });
    const mails: Parameters<Mailer>[0][] = [];
    const mailer: Mailer = async (mail) => void mails.push(mail);
    await deliverDue({ mailer, statusUrlOf: test.services.statusUrlOf });
    expect(mails.map(({ to }) => to)).toEqual(['frau@customers.example']);
    const address = /https?:\/\/[^/]+(\/status\/[\w-]+)/.exec(String(mails[0]?.text))?.[1] ?? '';
    expect(address).toBe(await statusOf(draft));
    expect(await told(visitor, address)).toContain(translator('de')('customer.headline.draft_asked'));
  });

  it('is refused without a story, and without a link the customer could agree by', async () => {
    const empty = await cases.draft({ appeal: { story: '' } });
    await desk.post(link(paths.approvalRequest, empty)).expect(422);
    const closed = await cases.draft();
    await desk.post(link(paths.statusLinkRevocation, closed)).expect(409);
    expect(await typesIn(empty)).not.toContain('approval_asked');
  });

  it('shows the customer what colleagues see, word for word and picture for picture', async () => {
    const words = { story: 'First part.\n\nSecond part.', reward: 'A cake', hashtags: ['donkey', 'lost'] };
    const photos = [await twoColours('#8090a0'), await photo('#31a354')];
    const asked = await cases.asked({ appeal: words, photos, customer: { originalWords: 'secret words' } });
    const [first] = asked.photos;
    const region = { left: 0, top: 0, width: 40, height: 40 };
    await blurPhoto({ ...by(ada, asked), photoId: first?.id ?? '' }, [region], test.services.photoStore);
    const seen = await visitor.get(await statusOf(asked)).expect(200);
    const stands = await now(asked);
    await approve(mayAgree(stands), stands.version);
    await publish(by(ada, await now(asked)));
    const published = await reader.get(pageOf(asked)).expect(200);
    const shown = [stands.title, 'First part.', 'Second part.', 'A cake', '#donkey', '#lost', '20 cm', stands.place];
    for (const text of [seen.text, published.text])
      expect(shown.filter((word) => !visibleText(text).includes(word))).toEqual([]);
    const picturesIn = (html: string) => [...new Set(html.match(/photos\/[0-9a-f]{64}/g))].sort();
    expect(picturesIn(seen.text)).toEqual(picturesIn(published.text));
    expect(seen.text).not.toContain(stands.photos[0]?.original?.id);
    expect(visibleText(seen.text)).not.toMatch(/Ada|secret words/);
    for (const { id } of stands.photos)
      await visitor
        .get(link(paths.statusPhoto, { token: await tokenOf(test.services, asked), photoId: id, file: 'small.webp' }))
        .expect(200);
  });
});

describe('agreeing', () => {
  it('lets the agent publish, and nobody else or earlier', async () => {
    const asked = await cases.asked();
    expect((await desk.get(pageOf(asked))).text).not.toContain(`action="${link(paths.publication, asked)}"`);
    await desk.post(link(paths.publication, asked)).expect(409);
    await desk
      .post(link(paths.editAppeal, asked))
      .type('form')
      .send({ title: 'x', story: 'y', channel: 'email', customerLanguage: 'en', intent: 'publish' })
      .expect(409);
    await reader.get(pageOf(asked)).expect(404);
    const address = await statusOf(asked);
    const page = await visitor.get(address).expect(200);
    await fillIn(visitor, page, `${address}/approval`).expect(303);
    expect(await typesIn(asked)).toContain('approval_given');
    expect(await told(desk, paths.desk)).toContain(t('desk.toPublish.line'));
    await reader.get(pageOf(asked)).expect(404);
    await desk.post(link(paths.publication, asked)).expect(303);
    await reader.get(pageOf(asked)).expect(200);
  });

  it('counts for what was seen alone: changed words are shown again first', async () => {
    const asked = await cases.asked();
    const address = await statusOf(asked);
    const page = await visitor.get(address).expect(200);
    const words = { ...edited(asked).words, story: 'Other words than before' };
    await editAppeal(by(ada, asked), edited(asked, { words }), [], test.services.photoStore);
    const answer = await fillIn(visitor, page, `${address}/approval`).expect(422);
    expect(visibleText(answer.text)).toContain(t('refusal.changedSinceSeen'));
    expect(visibleText(answer.text)).toContain('Other words than before');
    expect(await typesIn(asked)).not.toContain('approval_given');
    await fillIn(visitor, answer, `${address}/approval`).expect(303);
  });

  it('or else says what should be different, which is on the agent’s desk', async () => {
    const asked = await cases.asked();
    const address = await statusOf(asked);
    await visitor.post(`${address}/changes`).type('form').send({ words: ' ' }).expect(422);
    const page = await visitor.get(address).expect(200);
    await fillIn(visitor, page, `${address}/changes`, { words: 'Please without her face' }).expect(303);
    expect((await messagesOf(asked.id))[0]).toMatchObject({ kind: 'reply', body: 'Please without her face' });
    expect(await told(desk, paths.desk)).toContain(t('desk.replies.line'));
    expect(await told(desk, pageOf(asked))).toContain('Please without her face');
    await desk.post(link(paths.publication, asked)).expect(409);
    await desk.post(link(paths.approvalRequest, asked)).expect(303);
    expect(await told(visitor, address)).toContain(t('customer.approval.agree'));
  });

  it('is no matter of a draft nobody was asked about', async () => {
    const draft = await cases.draft();
    for (const name of ['', '/approval', '/changes', '/approval/withdrawal'])
      await visitor[name ? 'post' : 'get']((await statusOf(draft)) + name).expect(404);
    await visitor.post(`${await statusOf(await cases.searching())}/approval/withdrawal`).expect(409);
  });
});

describe('a question taken back', () => {
  it('is put to nobody any more, and the draft may be published without it', async () => {
    const asked = await cases.asked({ photos: [await photo('#31a355')] });
    const address = await statusOf(asked);
    const before = await visitor.get(address).expect(200);
    const page = await desk.get(pageOf(asked)).expect(200);
    await fillIn(desk, page, link(paths.approvalRequestWithdrawal, asked)).expect(303);
    expect(await typesIn(asked)).toContain('approval_unasked');
    await fillIn(visitor, before, `${address}/approval`).expect(409);
    const after = await visitor.get(address).expect(200);
    expect(visibleText(after.text)).toContain(t('customer.headline.draft_unasked'));
    expect(after.text).not.toMatch(/action="[^"]*approval|photos\/[0-9a-f]{64}/);
    await fillIn(visitor, after, `${address}/replies`, { words: 'I would have agreed' }).expect(303);
    await fillIn(desk, await desk.get(pageOf(asked)), link(paths.publication, asked)).expect(303);
    await reader.get(pageOf(asked)).expect(200);
  });

  it('leaves standing what the customer had said before it, and comes too late once they answered', async () => {
    const agreed = await cases.agreed();
    await withdrawApproval(mayAgree(agreed));
    await desk.post(link(paths.approvalRequest, agreed)).expect(303);
    await desk.post(link(paths.approvalRequestWithdrawal, agreed)).expect(303);
    expect(await told(desk, pageOf(agreed))).toContain(t('appeal.approval.withdrawn'));
    await reader.get(pageOf(agreed)).expect(404);
    const answered = await cases.agreed();
    await desk.post(link(paths.approvalRequestWithdrawal, answered)).expect(409);
    await reader.get(pageOf(answered)).expect(200);
  });
});

describe('what changes words or pictures', () => {
  const changes: Record<string, (appeal: Appeal) => Promise<unknown>> = {
    'an edit': (appeal) => editAppeal(by(ada, appeal), edited(appeal), [], test.services.photoStore),
    'a photo that goes': (appeal) =>
      removePhoto({ ...by(ada, appeal), photoId: appeal.photos[0]?.id ?? '' }, test.services.photoStore),
    'a part that is blurred': (appeal) =>
      blurPhoto(
        { ...by(ada, appeal), photoId: appeal.photos[0]?.id ?? '' },
        [{ left: 0, top: 0, width: 40, height: 40 }],
        test.services.photoStore,
      ),
  };
  it.each(Object.keys(changes))('voids the agreement: %s', async (name) => {
    const agreed = await cases.agreed({ photos: [await twoColours('#8090a0')] });
    await changes[name]?.(agreed);
    expect(await told(reader, pageOf(agreed), 404)).toContain(t('error.takenDown'));
    expect(await told(desk, pageOf(agreed))).toContain(t('appeal.approval.void'));
    expect(await told(visitor, await statusOf(agreed))).toContain(t('customer.approval.void'));
    await desk.post(link(paths.approvalRequest, agreed)).expect(303);
    const asked = await now(agreed);
    await approve(mayAgree(asked), asked.version);
    await reader.get(pageOf(agreed)).expect(200);
  });
});

describe('withdrawing', () => {
  const donkey = { title: 'Zebra-striped donkey', story: 'Wears a raincoat', hashtags: ['zebradonkey'] };

  async function withdrawn(appeal: Appeal): Promise<void> {
    const address = await statusOf(appeal);
    await fillIn(visitor, await visitor.get(address).expect(200), `${address}/approval/withdrawal`).expect(303);
  }

  it('takes the appeal down at once: page, photos, board, search and commands', async () => {
    const picture = await twoColours('#224466');
    const agreed = await cases.agreed({ appeal: donkey, photos: [picture] });
    const [shown = { id: '' }] = agreed.photos;
    const places = [
      paths.board,
      `${paths.board}?q=raincoat`,
      `${paths.board}?q=%23zebradonkey`,
      `${paths.board}?status=searching`,
    ];
    const looking = () =>
      reader.post(paths.pictureSearch).attach('photos', picture.bytes, picture.fileName).redirects(1);
    for (const place of places) expect(await told(reader, place)).toContain(donkey.title);
    expect(visibleText((await looking()).text)).toContain(donkey.title);
    const token = await TokenModel.findOne({ _id: /raincoat/ }).lean();
    expect(token?.count).toBe(1);

    await withdrawn(agreed);
    expect(await told(reader, pageOf(agreed), 404)).toContain(t('error.takenDown'));
    expect(await told(reader, pageOf(agreed), 404)).not.toContain(donkey.title);
    await reader.get(link(paths.photo, { id: agreed.id, photoId: shown.id, file: 'small.webp' })).expect(404);
    for (const place of places) expect(await told(reader, place)).not.toContain(donkey.title);
    expect(visibleText((await looking()).text)).not.toContain(donkey.title);
    expect((await TokenModel.findOne({ _id: /raincoat/ }).lean())?.count ?? 0).toBe(0);
    for (const path of [paths.looks, paths.follow, paths.finds, paths.leads])
      await reader.post(link(path, agreed)).expect(404);
    expect(await told(desk, pageOf(agreed))).toContain(t('appeal.approval.withdrawn'));
    expect(await told(desk, paths.desk)).toContain(t('desk.withheld.line'));
  });

  it('takes it out of the feed', async () => {
    const agreed = await cases.agreed({ appeal: donkey });
    await reader.post(paths.feedRenewal).expect(303);
    const wishes = await reader.get(paths.noticeWishes).expect(200);
    const feed = /\/feed\/[\w-]{43}\.atom/.exec(wishes.text)?.[0] ?? '';
    const fed = async () => String((await browser(test.app).get(feed).buffer(true).expect(200)).text);
    expect(await fed()).toContain(donkey.title);
    await withdrawn(agreed);
    expect(await fed()).not.toContain(donkey.title);
  });

  it('is undone by agreeing again', async () => {
    const agreed = await cases.agreed({ appeal: donkey });
    await withdrawn(agreed);
    const address = await statusOf(agreed);
    expect(await told(visitor, address)).toContain(t('customer.headline.withheld'));
    await fillIn(visitor, await visitor.get(address).expect(200), `${address}/approval`).expect(303);
    expect(await told(reader, paths.board)).toContain(donkey.title);
    await reader.get(pageOf(agreed)).expect(200);
  });

  it('takes it out of what is suggested for others', async () => {
    const agreed = await cases.agreed({ appeal: donkey });
    const other = await cases.searching({ appeal: donkey });
    const matches = () => told(desk, link(paths.matches, { id: other.id }));
    expect(await matches()).toContain(t('matches.appeal'));
    await withdrawn(agreed);
    expect(await matches()).not.toContain(t('matches.appeal'));
  });

  it('stops no thing on its way: the agent notes what the finder brings, who sees the appeal no more', async () => {
    const found = await cases.found({ appeal: donkey });
    await AppealModel.updateOne(
      { _id: found.id },
      {
        $push: { timeline: { id: 'a', at: new Date(), actor: { kind: 'customer' }, type: 'approval_given' } },
        $inc: { version: 1 },
      },
    );
    expect(await told(finder, paths.myFinds)).toContain(donkey.title);
    await withdrawApproval(mayAgree(await now(found)));
    expect(await told(finder, paths.myFinds)).not.toContain(donkey.title);
    const findId = findIn(found);
    await desk
      .post(link(paths.findHandOver, { id: found.id, findId }))
      .type('form')
      .send({ way: 'in_person' })
      .expect(303);
    await desk.post(link(paths.findReceipt, { id: found.id, findId })).expect(303);
    await ship(by(ada, await now(found)), { carrier: 'dhl', trackingNumber: '1', quantity: 1 });
    expect((await now(found)).status).toBe('on_its_way');
  });

  it('takes a happy end off the wall, and its thanks', async () => {
    const happy = await cases.delivered({ appeal: donkey });
    await receiveThanks(mayAgree(happy), 'en', 'A thousand thanks', { shareable: true, publicUse: true });
    await close(by(ada, await now(happy)), 'happy');
    const approval = { id: 'a', at: new Date(), actor: { kind: 'customer' }, type: 'approval_given' };
    await AppealModel.updateOne({ _id: happy.id }, { $push: { timeline: approval }, $inc: { version: 1 } });
    expect(await told(reader, paths.happyEnds)).toContain('A thousand thanks');
    await withdrawn(happy);
    expect(await told(reader, paths.happyEnds)).not.toContain('A thousand thanks');
    expect(await told(finder, paths.myFinds)).not.toContain(donkey.title);
  });
});
