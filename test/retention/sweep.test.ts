import files from 'node:fs/promises';
import { pino } from 'pino';
import { createApp } from '../../src/app';
import { awaitForm } from '../../src/appeals/waiting-photos';
import { createSeals } from '../../src/audit/seal';
import { verifyAudit } from '../../src/audit/verify';
import { kinds } from '../../src/domain/appeal';
import { dayOf } from '../../src/domain/working-days';
import { count } from '../../src/insights/count';
import { numbersBetween } from '../../src/insights/numbers-between';
import { rebuild } from '../../src/insights/rebuild';
import { fingerprintsTaken } from '../../src/matching/take-fingerprints';
import { AppealModel } from '../../src/models/appeal';
import { AuditWordsModel } from '../../src/models/audit-words';
import { ChatPostModel } from '../../src/models/chat-post';
import { CustomerModel } from '../../src/models/customer';
import { DismissalModel } from '../../src/models/dismissal';
import { EventDeliveryModel } from '../../src/models/event-delivery';
import { FoundThingModel } from '../../src/models/found-thing';
import { KeptMailModel } from '../../src/models/kept-mail';
import { MessageModel } from '../../src/models/message';
import { NoticeModel } from '../../src/models/notice';
import { NoticeWishesModel } from '../../src/models/notice-wishes';
import { PersonSearchModel } from '../../src/models/person-search';
import { BandModel } from '../../src/models/photo-band';
import { FingerprintModel } from '../../src/models/photo-fingerprint';
import { PresenceModel } from '../../src/models/presence';
import { SubmissionModel } from '../../src/models/submission';
import { TokenModel } from '../../src/models/token';
import { TombstoneModel } from '../../src/models/tombstone';
import { WaitingPhotoModel } from '../../src/models/waiting-photo';
import { WatchModel } from '../../src/models/watch';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { eraseAgain } from '../../src/retention/erase-again';
import { eraseOnRequest } from '../../src/retention/erase-on-request';
import { isCompactionAsked } from '../../src/store/compact-mark';
import { newFormKey } from '../../src/web/form-keys';
import { startTestApp, type TestApp } from '../support/app';
import { by, customerOfCase, tokenOf } from '../support/cases';
import { eventually } from '../support/eventually';
import { colleague, agent as newAgent } from '../support/factories';
import { ownDatabaseIfGiven } from '../support/own-database';
import { photo } from '../support/photos';
import { archiveOf, placeOf } from '../support/place';
import { type Planted, plantedCase } from '../support/planted-case';
import { browser, signIn } from '../support/sign-in';
import { archiveText, databaseText, folderText, sweep, type Wanted, wantedOf } from '../support/sweep';

let test: TestApp;
let people: { agent: Account; finder: Account };
const logged: string[] = [];
beforeAll(async () => {
  test = await startTestApp(ownDatabaseIfGiven() === undefined ? { MONGODB_URI: '' } : {});
  people = { agent: await newAgent(), finder: await colleague() };
});
afterAll(() => test.stop());

async function erase({ appeal }: Planted): Promise<void> {
  await eraseOnRequest(by(people.agent, appeal), { ...test.services, dataDir: test.config.dataDir });
}

async function everywhere(): Promise<Map<string, string>> {
  const disk = [await folderText(test.config.dataDir), await folderText(test.config.uploadsDir)];
  return new Map([...(await databaseText(test.connection)), ...disk.flatMap((places) => [...places])]);
}

/** Where a place may stand: where things were lost is counted, and where persons were met is not. */
const counting = ['appeals: ', 'casenumbers: ', 'daynumbers: '];
const placeOnly = ({ place, appeal }: Planted): Wanted => ({ mark: place, derived: [], appealId: `not ${appeal.id}` });

/** Somebody looks at everything, and types what is refused. */
async function visit({ appeal, mark }: Planted): Promise<void> {
  const logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const app = createApp({ ...test.services, logger });
  const agent = await signIn(app, people.agent);
  const [id, token] = [appeal.id, await tokenOf(test.services, appeal)];
  await agent.get(link(paths.appeal, { id })).expect(200);
  await agent
    .post(link(paths.closure, { id }))
    .type('form')
    .send({ outcome: `${mark}typed`, version: '0' })
    .expect(422);
  await browser(app).get(link(paths.status, { token })).expect(200);
  const form = { words: `${mark}asked`, formKey: newFormKey() };
  await browser(app).post(link(paths.statusReplies, { token })).type('form').send(form);
  await agent
    .get(paths.board)
    .query({ q: `${mark}title` })
    .expect(200);
  await agent
    .post(link(paths.follow, { id }))
    .type('form')
    .send({ version: String(appeal.version), formKey: newFormKey() })
    .expect(303);
}

describe.each(kinds)('of an erased case (%s)', (kind) => {
  let planted: Planted;
  let wanted: Wanted;
  beforeAll(async () => {
    planted = await plantedCase(test, people, kind);
    await visit(planted);
    await count(test.config.calendar);
    wanted = await wantedOf(planted);
  });

  it('everything was there before', async () => {
    const found = sweep(await everywhere(), wanted);
    const words = ['name', 'handle', 'email', 'original', 'post', 'title', 'story', 'label', 'value', 'tag'];
    const said = [
      'reward',
      'alt',
      'subject',
      'body',
      'reply',
      'sent',
      'stuck',
      'error',
      'mailed',
      'attached',
      'riddle',
      'why',
    ];
    const others = {
      item: ['one', 'oneal', 'onepl', 'declined', 'lead', 'cellar', 'way', 'home', 'corrected', 'thanks'],
      person: ['address', 'hint', 'agreed'],
      owner: ['address', 'claimant', 'contact', 'claim'],
    }[kind];
    for (const word of [...words, ...said, ...others])
      expect([word, found.some((one) => one.includes(`: ${word}`))]).toEqual([word, true]);
    const places = [
      'outbox',
      'customers',
      'messages',
      'keptmails',
      'notices',
      'waitingphotos',
      'watches',
      'dismissals',
    ];
    for (const place of [
      ...places,
      'noticewishes',
      'presences',
      'photofingerprints',
      'photobands',
      'submissions',
      'auditwords',
    ])
      expect([place, found.some((one) => one.startsWith(place))]).toEqual([place, true]);
  });

  it('nothing is left anywhere: database, disk, log, or a fresh backup', async () => {
    const today = dayOf(new Date(), test.config.calendar);
    const numbers = await numbersBetween(today, today);

    await erase(planted);

    const backup = await archiveText(await archiveOf(placeOf(test.config)));
    for (const places of [await everywhere(), backup]) {
      expect(sweep(places, wanted)).toEqual([]);
      expect(sweep(places, placeOnly(planted))).toEqual(kind === 'person' ? [] : counting);
    }
    expect(isCompactionAsked(test.config.dataDir)).toBe(test.config.mongodbUri === undefined);
    expect((await verifyAudit(createSeals(test.config.auditSecret))).broken).toBeNull();
    expect(logged.length).toBeGreaterThan(5);
    expect(logged.join('\n')).not.toContain(planted.mark);

    await rebuild(test.config.calendar);
    expect(await numbersBetween(today, today)).toEqual(numbers);
    expect(numbers[0]?.cells.length).toBeGreaterThan(0);
  });
});

it('does not erase what another customer has, who is like this one', async () => {
  const [one, other] = [await plantedCase(test, people), await plantedCase(test, people)];
  const wanted = await wantedOf(other);
  const before = sweep(await everywhere(), wanted);
  await erase(one);
  expect(sweep(await everywhere(), wanted)).toEqual(before);
});

it('keeps no fingerprint that was still being taken when its photo went', async () => {
  const { appeal } = await plantedCase(test, people);
  const { photo: late } = await awaitForm(customerOfCase(appeal), await photo('#1e9a3c'), test.services.photoStore);
  const known = () => FingerprintModel.exists({ _id: late.id });
  await eraseOnRequest(by(people.agent, appeal), { ...test.services, dataDir: test.config.dataDir });
  const written = jest.spyOn(FingerprintModel, 'replaceOne');
  await eventually('the fingerprint', async () => written.mock.calls[0]);
  written.mockRestore();
  await fingerprintsTaken();
  expect([await known(), await BandModel.exists({ photos: late.id })]).toEqual([null, null]);
});

it('falls over at every step, and nothing is left once it was done again', async () => {
  const planted = await plantedCase(test, people);
  await visit(planted);
  const wanted = await wantedOf(planted);
  const tools = { photoStore: test.services.photoStore, dataDir: test.config.dataDir };
  const crash = () => Promise.reject(new Error('no power')) as never;
  await failing(jest.spyOn(TombstoneModel, 'updateOne').mockImplementation(crash), () => erase(planted));
  const steps = [
    jest.spyOn(files, 'rm'),
    ...[KeptMailModel, MessageModel, NoticeModel, WaitingPhotoModel, AuditWordsModel].map((model) =>
      deletingMany(model),
    ),
    jest.spyOn(CustomerModel, 'deleteOne'),
    jest.spyOn(tools.photoStore, 'remove'),
    jest.spyOn(BandModel, 'updateMany'),
    deletingMany(FingerprintModel),
    jest.spyOn(TokenModel, 'deleteOne'),
  ];
  for (const step of steps) {
    step.mockImplementation(crash);
    await failing(step, () => eraseAgain(tools));
    expect(sweep(await everywhere(), wanted)).not.toEqual([]);
  }
  await eraseAgain(tools);
  expect(sweep(await everywhere(), wanted)).toEqual([]);
});

async function failing(step: jest.SpyInstance, work: () => Promise<unknown>): Promise<void> {
  await expect(work()).rejects.toThrow('no power');
  step.mockRestore();
}

function deletingMany(model: object): jest.SpyInstance {
  return jest.spyOn(model as { deleteMany(): Promise<unknown> }, 'deleteMany');
}

/** Each removal, and where the sweep must find what it would have taken away. */
const removals: [name: string, place: RegExp, leaveOut: () => jest.SpyInstance, kind?: 'person' | 'owner'][] = [
  [
    'the customer',
    /^customers: name/,
    () => jest.spyOn(CustomerModel, 'deleteOne').mockReturnValue(undefined as never),
  ],
  ['messages', /^messages: reply/, () => leavingOut(MessageModel)],
  ['kept mails', /^keptmails: attached/, () => leavingOut(KeptMailModel)],
  ['notices', /^notices: its id/, () => leavingOut(NoticeModel)],
  ['dismissals', /^dismissals: its id/, () => leavingOut(DismissalModel)],
  ['chat posts', /^chatposts: its id/, () => leavingOut(ChatPostModel)],
  ['what programs outside are told', /^eventdeliveries: its id/, () => leavingOut(EventDeliveryModel)],
  ['watches', /^watches: its id/, () => leavingOut(WatchModel)],
  ['presences', /^presences: its id/, () => leavingOut(PresenceModel)],
  [
    'what is muted',
    /^noticewishes: its id/,
    () => jest.spyOn(NoticeWishesModel, 'updateMany').mockResolvedValue(undefined as never),
  ],
  ['why agents have read it, in their words', /^auditwords: why/, () => leavingOut(AuditWordsModel)],
  ['submissions', /^submissions: its id/, () => leavingOut(SubmissionModel)],
  ['waiting photos', /^waitingphotos: something derived/, () => leavingOut(WaitingPhotoModel)],
  [
    'hints and inquiries',
    /^personsearches: hint/,
    () => jest.spyOn(PersonSearchModel, 'deleteOne').mockResolvedValue(undefined as never),
    'person',
  ],
  [
    'claims',
    /^foundthings: claimant/,
    () => jest.spyOn(FoundThingModel, 'deleteOne').mockResolvedValue(undefined as never),
    'owner',
  ],
  [
    'photos',
    /^[0-9a-f]{2}\/.*: something derived/,
    () => jest.spyOn(test.services.photoStore, 'remove').mockResolvedValue(undefined),
  ],
  [
    'what photos have in common',
    /^photobands: something derived/,
    () => jest.spyOn(BandModel, 'updateMany').mockResolvedValue(undefined as never),
  ],
  ['fingerprints', /^photofingerprints: something derived/, () => leavingOut(FingerprintModel)],
  [
    'tokens',
    /^tokens: (title|story|tag)/,
    () => jest.spyOn(TokenModel, 'deleteOne').mockResolvedValue(undefined as never),
  ],
  ['mails in files', /^outbox: /, () => jest.spyOn(files, 'rm').mockResolvedValue(undefined)],
  ...(['title', 'sought', 'hashtags', 'photos', 'finds', 'shipments', 'timeline', 'tokens'] as const).map(
    (field): (typeof removals)[number] => [`the case’s ${field}`, /^appeals: /, () => keepingField(field)],
  ),
];

function leavingOut(model: object): jest.SpyInstance {
  return deletingMany(model).mockResolvedValue(undefined);
}

function keepingField(field: string): jest.SpyInstance {
  const write = AppealModel.updateOne.bind(AppealModel);
  return jest.spyOn(AppealModel, 'updateOne').mockImplementation(((filter: object, update: { $set?: object }) => {
    const { [field]: _, ...$set } = { ...update.$set } as Record<string, unknown>;
    return write(filter, Object.keys($set).length > 0 ? { ...update, $set } : update);
  }) as never);
}

describe('the sweep finds what is left when a removal is left out', () => {
  it.each(removals)('%s', async (_name, place, leaveOut, kind = undefined) => {
    const planted = await plantedCase(test, people, kind);
    await visit(planted);
    const wanted = await wantedOf(planted);
    const spy = leaveOut();
    await erase(planted).finally(() => spy.mockRestore());
    const left = sweep(await everywhere(), wanted);
    expect(left).toContainEqual(expect.stringMatching(place));
  });
});
