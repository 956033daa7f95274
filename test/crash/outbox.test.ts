import type { Appeal } from '../../src/domain/appeal';
import { sendUpdate } from '../../src/messages/send-update';
import { MessageModel } from '../../src/models/message';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { eventually } from '../support/eventually';
import { type Installation, makeInstallation } from '../support/installation';
import { ownDatabase } from '../support/own-database';
import { person } from '../support/plain-appeal';
import { type MailServer, startMailServer } from '../support/smtp';

const agent = person('agent', 'agent');
const mails = 200;
/** One process hands over this many at a time. */
const atOnce = 5;

let server: MailServer;
let test: TestApp;
let houses: Installation[];
beforeEach(async () => {
  server = await startMailServer();
  const MONGODB_URI = ownDatabase();
  test = await startTestApp({ MONGODB_URI });
  await test.services.outbox.stop();
  const environment = { MONGODB_URI, SMTP_URL: server.url };
  houses = [await makeInstallation(environment), await makeInstallation(environment)];
});
afterEach(async () => {
  for (const house of houses) await house.remove();
  await test.stop();
  await server.stop();
});

async function queueAll(): Promise<void> {
  const cases = casesOf(test.services, { agent, finder: person('finder') });
  const appeals: Appeal[] = [];
  for (let number = 0; number < 10; number++) appeals.push(await cases.searching());
  const update = (number: number) => ({ channel: 'email' as const, subject: `Mail ${number}`, body: 'Found' });
  const queue = async (appeal: Appeal, first: number) => {
    for (let number = first; number < first + mails / 10; number++)
      await sendUpdate(by(agent, appeal), update(number), null);
  };
  await Promise.all(appeals.map((appeal, index) => queue(appeal, (index * mails) / 10)));
}

const allSent = () =>
  eventually('all mails to be sent', async () =>
    (await MessageModel.countDocuments({ state: 'sent' })) === mails ? true : undefined,
  );

/** How often each mail came to the server, by its subject. */
function arrivals(): Map<string, number> {
  const subjects = server.taken.map(({ text }) => /^Subject: (.*?)\r?$/m.exec(text)?.[1] ?? '');
  return new Map(subjects.map((subject) => [subject, subjects.filter((other) => other === subject).length]));
}

it('two processes started at once send each mail exactly once', async () => {
  await queueAll();
  server.dawdle(20);
  await Promise.all(houses.map((house) => house.start()));
  await allSent();
  expect(server.taken).toHaveLength(mails);
  expect(arrivals().size).toBe(mails);
  expect(await MessageModel.countDocuments({ $or: [{ attempts: { $ne: 1 } }, { repeats: { $ne: 0 } }] })).toBe(0);
});

it('a kill -9 in the middle loses none; what was under way comes at most twice, and is marked', async () => {
  await queueAll();
  server.dawdle(40);
  const [first, second] = houses;
  const app = await first?.start();
  await eventually('half of them', async () => (server.taken.length > mails / 3 ? true : undefined));
  app?.child.kill('SIGKILL');
  await app?.ended;
  expect(server.taken.length).toBeLessThan(mails);
  await letLeasesLapse();
  await second?.start();
  await allSent();
  const counts = arrivals();
  const twice = [...counts].filter(([, count]) => count > 1).map(([subject]) => subject);
  process.stdout.write(`${mails} mails, ${server.taken.length - mails} repeated after the kill\n`);
  expect(counts.size).toBe(mails);
  expect(twice.length).toBeLessThanOrEqual(atOnce);
  expect([...counts.values()].every((count) => count <= 2)).toBe(true);
  const marked = (await MessageModel.find({ repeats: 1 }).lean()).map(({ subject }) => subject);
  expect(marked).toEqual(expect.arrayContaining(twice));
  expect(marked.length).toBeLessThanOrEqual(atOnce);
});

/** What the dead process held comes free after minutes; here the clock of what it wrote is turned back. */
async function letLeasesLapse(): Promise<void> {
  const longAgo = new Date(Date.now() - 3_600_000);
  await MessageModel.updateMany({ sendingSince: { $ne: null } }, { dueAt: longAgo });
  await test.connection.collection('jobs').updateMany({ lockedAt: { $ne: null } }, { $set: { lockedAt: longAgo } });
}
