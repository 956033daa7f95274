import { createSeals } from '../../src/audit/seal';
import { verifyAudit } from '../../src/audit/verify';
import { AuditEntryModel } from '../../src/models/audit-entry';
import { startTestApp, type TestApp } from '../support/app';
import { fact } from '../support/audit';
import { inDays, rulesOf } from '../support/retention';

let test: TestApp;
let rules: ReturnType<typeof rulesOf>;
beforeAll(async () => {
  test = await startTestApp();
  rules = rulesOf(test);
});
afterAll(() => test.stop());

const verified = () => verifyAudit(createSeals(test.config.auditSecret));
const inAudit = async () => (await AuditEntryModel.find().sort({ _id: 1 }).lean()).map(({ object }) => object);

async function recordedIn(days: number, object: string): Promise<void> {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setTimeout', 'setImmediate', 'queueMicrotask'] });
  jest.setSystemTime(inDays(days));
  await test.services.audit.record(fact({ object }));
  jest.useRealTimers();
}
afterEach(() => void jest.useRealTimers());

it('keeps the audit for three years, and what is left of it can be verified', async () => {
  for (const [day, object] of ['first', 'second', 'third', 'fourth'].entries()) await recordedIn(day, object);
  // The first two are older than that by then.
  const now = inDays(1095 + 1.5);

  expect((await rules.list(inDays(1094))).piles).toEqual([]);
  expect((await rules.list(now)).piles).toEqual([{ rule: 'audit', days: 1095, before: expect.any(Date), count: 2 }]);
  expect(await inAudit()).toEqual(['first', 'second', 'third', 'fourth']);

  expect((await rules.keep(now)).piles).toHaveLength(1);

  expect(await inAudit()).toEqual(['third', 'fourth', '2']);
  await test.services.audit.record(fact({ object: 'later' }));
  await test.services.audit.settled();
  expect(await verified()).toMatchObject({ entries: 4, broken: null });
  expect((await rules.list(now)).piles).toEqual([]);
});

it('lets nothing go that is not old enough, though the clock that wrote later entries was behind', async () => {
  await recordedIn(9, 'by a clock that is ahead');
  await test.services.audit.record(fact({ object: 'by a clock that is right' }));
  expect((await rules.list(new Date())).piles).toEqual([]);
});
