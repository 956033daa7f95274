import { renewStatusLink, revokeStatusLink } from '../../src/customers/change-status-link';
import { customerOf, removeCustomer } from '../../src/customers/customer';
import { createStatusLinks } from '../../src/customers/status-links';
import { visitBy } from '../../src/customers/visit';
import type { Appeal } from '../../src/domain/appeal';
import { NotFound } from '../../src/errors';
import { CustomerModel } from '../../src/models/customer';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, tokenOf } from '../support/cases';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder: person('finder') });
});
afterAll(() => test.stop());

const token = (appeal: Appeal) => tokenOf(test.services, appeal);
const isVoid = (given: string) => expect(visitBy(given)).rejects.toThrow(NotFound);

describe('a link opens nothing', () => {
  it('when it was never made', async () => {
    const appeal = await cases.searching();
    const link = (await customerOf(appeal.id))?.statusLink;
    const elsewhere = createStatusLinks('the secret of some other server, long enough');
    for (const given of ['', 'x', link?.hash ?? '', link?.nonce ?? '', elsewhere.tokenOf(link ?? elsewhere.issue())])
      await isVoid(given);
  });

  it('from the moment it expires', async () => {
    const appeal = await cases.searching();
    const given = await token(appeal);
    const ends = (milliseconds: number) =>
      CustomerModel.updateOne({ appeal: appeal.id }, { 'statusLink.expiresAt': new Date(Date.now() + milliseconds) });
    await ends(60_000);
    expect((await visitBy(given)).actor.appealId).toBe(appeal.id);
    await ends(-1);
    await isVoid(given);
  });

  it('once it was revoked', async () => {
    const appeal = await cases.searching();
    const given = await token(appeal);
    await revokeStatusLink(by(agent, appeal));
    await isVoid(given);
    expect((await customerOf(appeal.id))?.statusLink).toBeNull();
  });

  it('once there is a new one', async () => {
    const appeal = await cases.searching();
    const old = await token(appeal);
    await renewStatusLink(by(agent, appeal), test.services.statusLinks);
    await isVoid(old);
    expect((await visitBy(await token(appeal))).actor.appealId).toBe(appeal.id);
  });

  it('once the customer was erased', async () => {
    const appeal = await cases.searching();
    const given = await token(appeal);
    await removeCustomer(appeal.id);
    await isVoid(given);
  });
});

it('opens the case of its customer, and of no other', async () => {
  const [one, two] = [await cases.searching(), await cases.searching()];
  const visits = await Promise.all([one, two].map(async (appeal) => visitBy(await token(appeal))));
  expect(visits.map(({ actor }) => actor)).toEqual([one, two].map(({ id }) => ({ kind: 'customer', appealId: id })));
  expect(visits[0]?.customer).toMatchObject({ appeal: one.id, name: 'Maria Muster' });
});

it('can be made again after it was revoked', async () => {
  const appeal = await cases.searching();
  await revokeStatusLink(by(agent, appeal));
  await renewStatusLink(by(agent, appeal), test.services.statusLinks);
  expect((await visitBy(await token(appeal))).actor.appealId).toBe(appeal.id);
});

it('is stored as a hash alone', async () => {
  const appeal = await cases.searching();
  const everything = JSON.stringify(await CustomerModel.find().lean());
  expect(everything).toContain((await customerOf(appeal.id))?.statusLink?.hash);
  expect(everything).not.toContain(await token(appeal));
});
