import fc from 'fast-check';
import { appealFor } from '../../../src/appeals/find-appeals';
import type { Account } from '../../../src/people/accounts';
import type { Command } from '../../../src/web/api/operation';
import { type ApiClient, allOperations, apiClient } from '../../support/api';
import { callsOn } from '../../support/api-samples';
import { startTestApp, type TestApp } from '../../support/app';
import { agent, colleague } from '../../support/factories';
import { person } from '../../support/plain-appeal';
import { tokenFor } from '../../support/tokens';

let test: TestApp;
let prepare: ReturnType<typeof callsOn>;
let clients: Record<'agent' | 'finder', ApiClient>;
beforeAll(async () => {
  test = await startTestApp({ API_REQUESTS_PER_MINUTE: '1000000' });
  const people = { agent: await agent(), finder: await colleague() };
  prepare = callsOn(test.services, people);
  const of = async (account: Account) => apiClient(test.app, await tokenFor(test.services, account));
  clients = { agent: await of(people.agent), finder: await of(people.finder) };
});
afterAll(() => test.stop());

const commands = allOperations.filter((operation): operation is Command => operation.method === 'post');
const clientFor = ({ id }: Command) =>
  ['withdrawFind', 'handOverFind', 'releaseReservation'].includes(id) ? clients.finder : clients.agent;

/** What stands in place of a value and is never one. */
const foreign: unknown[] = [
  { $ne: 'x' },
  { $gt: '' },
  [{ $ne: 1 }],
  ['a', 'b', ['c']],
  { toString: 'x' },
  'x\u0000y',
  'a\u0007b',
];

/** The body once with every field made something else, and with fields nobody asked for. */
function* spoilt(sent: Record<string, unknown>): Generator<string> {
  for (const name of Object.keys(sent)) for (const value of foreign) yield JSON.stringify({ ...sent, [name]: value });
  for (const name of ['intruder', '$where', 'version', 'status', 'openedBy', 'constructor', '__proto__'])
    yield JSON.stringify(sent).replace(/^\{/, `{"${name}":{"polluted":true}${Object.keys(sent).length > 0 ? ',' : ''}`);
  yield JSON.stringify([sent]);
  yield 'null';
}

describe.each(commands)('$method $path', (operation) => {
  it('refuses every body that is not its own', async () => {
    const { appeal, url, sent, head } = await prepare(operation);
    const json = { ...head, 'Content-Type': 'application/json' };
    const passed = [];
    for (const wrong of spoilt(sent)) {
      const { status } = await clientFor(operation).post(url, wrong as unknown as object, json);
      if (status !== 400 && status !== 422) passed.push([status, wrong]);
    }
    expect(passed).toEqual([]);
    expect(await appealFor(person('anybody', 'agent'), appeal.id)).toEqual(appeal);
    expect({}).not.toHaveProperty('polluted');
    expect((await clientFor(operation).post(url, sent, head)).status).toBe(operation.status);
  });

  it('is never a fault of ours, whatever comes', async () => {
    const { url, sent, head } = await prepare(operation);
    const names = [...Object.keys(sent), 'customer', 'photoAlts'];
    const key = fc.option(fc.string({ maxLength: 300 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 4 }), key, async (name, value, given) => {
        const idempotency: Record<string, string> =
          given && /^[\x20-\x7e]+$/.test(given) ? { 'Idempotency-Key': given } : {};
        const { status } = await clientFor(operation).post(
          url,
          { ...sent, [name]: value },
          { ...head, ...idempotency },
        );
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 10 },
    );
  });
});

const reads = allOperations.filter(({ method }) => method === 'get');

describe.each(reads)('$method $path', (operation) => {
  it('is never a fault of ours, whatever is asked', async () => {
    const { url } = await prepare(operation);
    const queries = [
      'q[$ne]=x',
      'q=a&q=b',
      'kind=nonsense',
      'cursor=99999999999999999.x',
      'state[$in][]=all',
      '__proto__=x',
    ];
    for (const query of queries) {
      const { status } = await clients.agent.get(`${url}?${query}`);
      expect([query, status < 500]).toEqual([query, true]);
    }
    for (const id of ['__proto__', '%00', '[object%20Object]', 'constructor', 'A'.repeat(3000)]) {
      const { status } = await clients.agent.get(operation.path.replace(/:\w+/g, id));
      expect([id, operation.path.includes(':') ? status : 404]).toEqual([id, 404]);
    }
  });
});

it('stores what looks like anything else as text', async () => {
  const [open] = commands;
  if (open?.id !== 'openAppeal') throw new Error('the first command opens appeals');
  const { url, sent } = await prepare(open);
  const title = '=HYPERLINK("x") \u202egnp.exe <script>alert(1)</script> {"$ne":1}';
  const { status, body } = await clients.agent.post(url, { ...sent, title });
  expect([status, body.title]).toEqual([201, title]);
});
