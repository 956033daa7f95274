import { appealFor } from '../../../src/appeals/find-appeals';
import { apiScopes } from '../../../src/domain/api-scopes';
import type { Account } from '../../../src/people/accounts';
import type { Operation } from '../../../src/web/api/operation';
import { type ApiClient, allOperations, apiClient } from '../../support/api';
import { callsOn, type PreparedCall } from '../../support/api-samples';
import { startTestApp, type TestApp } from '../../support/app';
import { admin, agent, colleague } from '../../support/factories';
import { person } from '../../support/plain-appeal';
import { tokenFor } from '../../support/tokens';

/** `finder`: whose find and spare it is; `colleague`: any other; `unscoped`: an agent's token that was made for all else. */
const viewers = ['nobody', 'guesser', 'unscoped', 'colleague', 'finder', 'admin', 'agent'] as const;
type Viewer = (typeof viewers)[number];
type Answer = 'in' | 401 | 403 | 404 | 409;

let test: TestApp;
let prepare: ReturnType<typeof callsOn>;
let clients: Record<Exclude<Viewer, 'unscoped'>, ApiClient>;
let decider: Account;
const unscoped = new Map<string, ApiClient>();
beforeAll(async () => {
  test = await startTestApp({ API_REQUESTS_PER_MINUTE: '1000000', TRUST_PROXY: '1' });
  const finder = await colleague();
  decider = await agent();
  prepare = callsOn(test.services, { agent: decider, finder });
  const of = async (account: Account) => apiClient(test.app, await tokenFor(test.services, account));
  clients = {
    nobody: apiClient(test.app),
    guesser: apiClient(test.app, `fundus_${'A'.repeat(43)}`),
    colleague: await of(await colleague()),
    finder: await of(finder),
    admin: await of(await admin()),
    agent: await of(decider),
  };
  for (const scope of apiScopes) {
    const others = apiScopes.filter((other) => other !== scope);
    unscoped.set(scope, apiClient(test.app, await tokenFor(test.services, decider, others)));
  }
});
afterAll(() => test.stop());

function clientFor(viewer: Viewer, { scope }: Operation): ApiClient {
  const client = viewer === 'unscoped' ? unscoped.get(scope) : clients[viewer];
  if (!client) throw new Error(`nobody is ${viewer}`);
  return client;
}

/** What is done by whoever keeps the spare, which is the finder here, and by agents. */
const ofKeepers = ['confirmSpare', 'giveAwaySpare', 'withdrawSpare'];
/** What is a finder's own, and agents may read or do as well. */
const ofAgentsToo = ['readFind', 'releaseReservation'];

/** The door; then the token's scope and its account's role; then whose it is. */
function answerTo(viewer: Viewer, { id, guard, path }: Operation): Answer {
  if (viewer === 'nobody' || viewer === 'guesser') return 401;
  if (viewer === 'unscoped' || (guard === 'agent' && viewer !== 'agent')) return 403;
  if (ofKeepers.includes(id)) return viewer === 'finder' || viewer === 'agent' ? 'in' : 403;
  if (guard === 'agent' || !path.includes(':findId') || viewer === 'finder') return 'in';
  if (viewer !== 'agent') return 404;
  return ofAgentsToo.includes(id) ? 'in' : 409;
}

let addresses = 0;
async function expectAnswer(viewer: Viewer, operation: Operation, prepared: PreparedCall, answer: Answer) {
  const { appeal, url, sent, head } = prepared;
  addresses += 1;
  // Guesses are counted by the address they come from.
  const from = { ...head, 'X-Forwarded-For': `192.0.${addresses >> 8}.${addresses & 255}` };
  const client = clientFor(viewer, operation);
  const { status } = operation.method === 'get' ? await client.get(url, from) : await client.post(url, sent, from);
  const inside = operation.method === 'get' ? 200 : operation.status;
  expect(status === inside ? 'in' : status).toBe(answer);
  if (answer !== 'in') expect(await appealFor(person('anybody', 'agent'), appeal.id)).toEqual(appeal);
}

const ofCases = allOperations.filter(({ path }) => path.includes(':id'));
const passing = (operation: Operation) =>
  viewers.filter((viewer) => ![401, 403].includes(answerTo(viewer, operation) as number));

describe.each(allOperations)('$method $path', (operation) => {
  it.each(viewers)('as guard and scope say: %s', async (viewer) => {
    await expectAnswer(viewer, operation, await prepare(operation), answerTo(viewer, operation));
  });
});

describe.each(ofCases)('$method $path', (operation) => {
  const guests = passing(operation).filter((viewer) => viewer !== 'agent');
  if (guests.length > 0)
    it.each(guests)('is not there for a draft: %s', async (viewer) => {
      await expectAnswer(viewer, operation, await prepare(operation, 'draft'), 404);
    });

  it.each(passing(operation))('is not there without a case: %s', async (viewer) => {
    const prepared = await prepare(operation);
    const nowhere = prepared.url.replace(prepared.appeal.id, 'f'.repeat(24));
    await expectAnswer(viewer, operation, { ...prepared, url: nowhere }, 404);
  });
});

const decisions = allOperations.filter((operation) => operation.method === 'post' && operation.needsVersion);

describe.each(decisions)('$method $path', (operation) => {
  it('needs the version that was seen, and is not done to any other', async () => {
    const { url, sent, appeal } = await prepare(operation);
    expect((await clients.agent.post(url, sent)).status).toBe(428);
    // Whoever may do it at all: their own finds are the finder's to withdraw and to hand over.
    const client = answerTo('agent', operation) === 'in' ? clients.agent : clients.finder;
    expect((await client.post(url, sent, { 'If-Match': '"99999.aaaaaaaaaaaa"' })).status).toBe(412);
    expect(await appealFor(person('anybody', 'agent'), appeal.id)).toEqual(appeal);
  });
});
