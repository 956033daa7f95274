import { readdir } from 'node:fs/promises';
import { derivedFileNames } from '../../../src/photos/photo-files';
import { type ApiClient, apiClient } from '../../support/api';
import { apiAddressesIn } from '../../support/api-reading';
import { startTestApp, type TestApp } from '../../support/app';
import { dump } from '../../support/dump';
import { tokenFor } from '../../support/tokens';
import { createWorld, fieldsToldIn, type World } from '../../support/world';

const readers = ['colleague', 'finder', 'admin', 'agent'] as const;
type Reader = (typeof readers)[number];

let test: TestApp;
let world: World;
const clients = {} as Record<Reader, ApiClient>;
beforeAll(async () => {
  test = await startTestApp({ API_REQUESTS_PER_MINUTE: '1000000' });
  world = await createWorld(test);
  for (const reader of readers)
    clients[reader] = apiClient(test.app, await tokenFor(test.services, world.people[reader]));
  // The day of a token's last use is written once.
  for (const reader of readers) await clients[reader].get('/api/v1/nowhere');
}, 120_000);
afterAll(() => test.stop());

/** On the board, on the shelf, and in the timeline: for everybody in the house. */
const company = [
  'agentname',
  'alt',
  'familyname',
  'findername',
  'givenname',
  'offeredalt',
  'offeredlabel',
  'offeredplace',
  'offeredtag',
  'offeredtitle',
  'offeredvalue',
  'offeredwords',
  'shelfplace',
  'shyname',
  'sparealt',
  'sparewords',
  'story',
  'title',
];

/** Of their own finds. */
const finders = [...company, 'findalt', 'findplace', 'findwords', 'handovernumber', 'shownfindalt'];

/** The customer, what is not published (any more), and what was written to them; of what they wrote, nothing. */
const agents = [
  ...finders,
  'address',
  'askedstory',
  'askedtitle',
  'correctedaddress',
  'customername',
  'downalt',
  'downplace',
  'downstory',
  'downtitle',
  'draftalt',
  'draftlabel',
  'draftplace',
  'draftreward',
  'draftstory',
  'drafttag',
  'drafttitle',
  'draftvalue',
  'email',
  'handle',
  'originalwords',
  'postedbody',
  'postedlink',
  'posturl',
  'shipmentnumber',
  'spareshipment',
  'stuckbody',
  'stucksubject',
  'topostbody',
  'updatebody',
  'updatesubject',
];

const meantFor: Record<Reader, readonly string[]> = {
  colleague: company,
  admin: company,
  finder: finders,
  agent: agents,
};

it.each(readers)('tells what is meant for its account, and nothing else: %s', async (reader) => {
  const told: string[] = [];
  for (const address of apiAddressesIn(world).filter((one) => !one.includes('/photos/'))) {
    const { status, text, headers } = await clients[reader].get(address);
    expect([address, [200, 403, 404].includes(status)]).toEqual([address, true]);
    told.push(JSON.stringify(headers), text);
  }
  expect(fieldsToldIn(told.join('\n'))).toEqual([...meantFor[reader]].sort());
  const secrets = [...Object.values(world.tokens), world.inquiryToken, test.config.sessionSecret];
  expect(secrets.filter((secret) => told.join('\n').includes(secret))).toEqual([]);
});

it('opens the photos of a record to whoever reads the record, and no other', async () => {
  const photos = apiAddressesIn(world).filter((one) => one.includes('/photos/'));
  const opened = async (reader: Reader) => {
    const statuses = [];
    for (const address of photos) statuses.push((await clients[reader].get(address)).status);
    expect(statuses.filter((status) => ![200, 404].includes(status))).toEqual([]);
    return statuses.filter((status) => status === 200).length;
  };
  const [colleague, finder, agent] = [await opened('colleague'), await opened('finder'), await opened('agent')];
  expect(colleague).toBeGreaterThan(0);
  expect(finder).toBeGreaterThan(colleague);
  expect(agent).toBeGreaterThan(finder);
});

it.each(readers)('changes nothing by reading: %s', async (reader) => {
  const isKept = (file: string) => !derivedFileNames.some((name) => file.endsWith(`/${name}`));
  const everything = async () => [
    // That somebody has read is on record.
    await dump(test.connection, ['auditentries', 'auditheads']),
    (await readdir(test.config.uploadsDir, { recursive: true })).filter(isKept),
  ];
  const before = await everything();
  for (const address of apiAddressesIn(world)) await clients[reader].get(address);
  expect(await everything()).toEqual(before);
});
