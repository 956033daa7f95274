import { AuditEntryModel } from '../../../src/models/audit-entry';
import { apiPaths, link } from '../../../src/paths';
import type { Account } from '../../../src/people/accounts';
import { type ApiClient, apiClient } from '../../support/api';
import { startTestApp, type TestApp } from '../../support/app';
import { casesOf, findIn } from '../../support/cases';
import { agent, colleague } from '../../support/factories';
import { sayWhy } from '../../support/reading-reason';
import { signIn } from '../../support/sign-in';
import { tokenFor } from '../../support/tokens';

let test: TestApp;
let people: Record<'agent' | 'finder' | 'other', Account>;
let [owner, other]: ApiClient[] = [];
beforeAll(async () => {
  test = await startTestApp();
  people = { agent: await agent(), finder: await colleague(), other: await agent() };
  const clientOf = async (account: Account) => apiClient(test.app, await tokenFor(test.services, account));
  [owner, other] = [await clientOf(people.agent), await clientOf(people.other)];
});
afterAll(() => test.stop());

it('shows the case of somebody else as every colleague sees it, until an agent has said why they read it', async () => {
  const appeal = await casesOf(test.services, people).onItsWay();
  const { id } = appeal;
  const closed = [apiPaths.customer, apiPaths.updates, apiPaths.shipments].map((path) => link(path, { id }));
  const read = async (address: string) => other?.get(address);
  for (const address of closed) {
    const refused = await read(address);
    expect([address, refused?.status, refused?.body.code]).toEqual([address, 403, 'error.reasonFirst']);
    expect((await owner?.get(address))?.status).toBe(200);
  }
  const types = async () =>
    (await read(link(apiPaths.events, { id })))?.body.items.map(({ type }: { type: string }) => type);
  expect((await read(link(apiPaths.appeal, { id })))?.body.agent).toBeNull();
  expect((await read(link(apiPaths.finds, { id })))?.body.items).toEqual([]);
  expect((await read(link(apiPaths.find, { id, findId: findIn(appeal) })))?.status).toBe(404);
  expect(await types()).not.toContain('appeal_opened');

  await sayWhy(await signIn(test.app, people.other), appeal);
  for (const address of closed) expect((await read(address))?.status).toBe(200);
  expect((await read(link(apiPaths.appeal, { id })))?.body.agent).not.toBeNull();
  expect((await read(link(apiPaths.finds, { id })))?.body.items).toHaveLength(1);
  expect(await types()).toContain('appeal_opened');
  const entry = await AuditEntryModel.findOne({ object: id, by: people.other.id, action: 'read_by_program' }).lean();
  expect(entry?.reason).toBe('cover');
});

it('puts on record who read a customer’s data by a program', async () => {
  const { id } = await casesOf(test.services, people).searching();
  await owner?.get(link(apiPaths.customer, { id }));
  const entries = await AuditEntryModel.find({ object: id, by: people.agent.id, action: 'read_by_program' }).lean();
  expect(entries).toHaveLength(1);
});
