import { acceptFind } from '../../src/appeals/accept-find';
import { confirmDelivery } from '../../src/appeals/confirm-delivery';
import { appealFor } from '../../src/appeals/find-appeals';
import { handOverFind } from '../../src/appeals/hand-over-find';
import { offerFind } from '../../src/appeals/offer-find';
import { receiveFind } from '../../src/appeals/receive-find';
import { ship } from '../../src/appeals/ship';
import type { Appeal } from '../../src/domain/appeal';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, findIn, newFind, tokenOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { browser, signIn } from '../support/sign-in';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

let test: TestApp;
let ada: Account;
let finn: Account;
const now = Date.now();

beforeAll(async () => {
  test = await startTestApp();
  [ada, finn] = [await agent(), await colleague()];
});
afterEach(() => jest.useRealTimers());
afterAll(() => test.stop());

/** Everything but the clock on the wall goes on as it does. */
function clockAt(time: number): void {
  const waiting = ['setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'] as const;
  jest.useFakeTimers({
    now: time,
    doNotFake: [...waiting, 'clearTimeout', 'clearInterval', 'clearImmediate', 'hrtime'],
  });
}

async function pagesOf(appeal: Appeal): Promise<void> {
  const [service, cupboard] = [await signIn(test.app, ada), await signIn(test.app, finn)];
  const address = link(paths.appeal, { id: appeal.id });
  for (const visitor of [service, cupboard])
    for (const page of [address, paths.board, paths.desk, paths.myFinds, paths.notices]) {
      const { status } = await visitor.get(page);
      expect([200, 403]).toContain(status);
    }
  const token = await tokenOf(test.services, appeal);
  await browser(test.app).get(link(paths.status, { token })).expect(200);
}

it('a clock that jumps back two days, ahead ten and back again leaves a case whole', async () => {
  const cases = casesOf(test.services, { agent: ada, finder: finn });
  const steps: [number, (appeal: Appeal) => Promise<Appeal>][] = [
    [-2 * day, (appeal) => offerFind(by(finn, appeal), newFind(), [], test.services.photoStore)],
    [10 * day, (appeal) => acceptFind(by(ada, appeal), findIn(appeal))],
    [
      -hour,
      (appeal) =>
        handOverFind(by(finn, appeal), findIn(appeal), { way: 'in_person', carrier: null, trackingNumber: '' }),
    ],
    [0, (appeal) => receiveFind(by(ada, appeal), findIn(appeal))],
    [-5 * day, (appeal) => ship(by(ada, appeal), { carrier: 'dhl', trackingNumber: '', quantity: 2 })],
    [3 * day, (appeal) => confirmDelivery(by(ada, appeal))],
  ];
  let appeal = await cases.searching();
  for (const [jump, step] of steps) {
    clockAt(now + jump);
    appeal = await step(appeal);
    await pagesOf(appeal);
  }
  const after = await appealFor(ada, appeal.id);
  expect(after.timeline.map(({ type }) => type)).toEqual([
    'appeal_opened',
    'appeal_published',
    'find_offered',
    'find_accepted',
    'find_handed_over',
    'find_received',
    'shipped',
    'delivered',
  ]);
  expect(after.status).toBe('delivered');
});
