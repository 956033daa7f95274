import { type Installation, makeInstallation } from '../support/installation';
import { faultsIn } from '../support/log-lines';
import type { Running } from '../support/process';
import { type Chance, chanceOf } from './support/chance';
import { course, type People } from './support/course';
import { missingFrom } from './support/inspection';
import { production } from './support/production';
import { Visitor } from './support/visitor';
import { Writer } from './support/writer';

const rounds = 12;
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000_000);

let installation: Installation;

beforeAll(async () => {
  process.stdout.write(`killing at moments chosen by CRASH_SEED=${seed}\n`);
  installation = await makeInstallation(production);
  await installation.createUser({ name: 'Mira Anders', email: 'mira@fundus.example', roles: ['agent'] });
  await installation.createUser({ name: 'Paul Lindner', email: 'paul@fundus.example' });
}, 120_000);

afterAll(() => installation?.remove());

it(`loses nothing it acknowledged when it is killed, ${rounds} times over`, async () => {
  const chance = chanceOf(seed);
  const people = castOf(installation.port);
  const writers = ['a', 'b', 'c'].map((name) => new Writer(`${name}${seed}`, people, chance));
  const files = () => writers.flatMap((writer) => writer.files);

  let app = await installation.start();
  // Signing in once is enough: that, too, is acknowledged.
  await signIn(people);
  for (let round = 1; round <= rounds; round++) {
    await writeUntilKilled(app, writers, chance);
    app = await installation.start();
    const missing = await missingFrom(files(), people.agent, installation.dataDir);
    expect({ round, seed, missing }).toEqual({ round, seed, missing: [] });
    for (const writer of writers) await writer.resolveDoubt();
  }
  expect(files().some(({ next }) => next === course.length)).toBe(true);
}, 600_000);

function castOf(port: number): People {
  return { agent: new Visitor(port), colleague: new Visitor(port), customer: new Visitor(port) };
}

async function signIn({ agent, colleague }: People): Promise<void> {
  await agent.signIn('mira@fundus.example');
  await colleague.signIn('paul@fundus.example');
}

/** Everybody writes at once; some answers later, and some milliseconds after that, the application is killed. */
async function writeUntilKilled(app: Running, writers: readonly Writer[], chance: Chance): Promise<void> {
  let answersLeft = 5 + chance.below(20);
  const milliseconds = chance.below(60);
  const onAcknowledged = () => {
    answersLeft--;
    if (answersLeft === 0) setTimeout(() => app.child.kill('SIGKILL'), milliseconds);
  };
  await Promise.all(writers.map((writer) => writer.write(onAcknowledged)));
  await app.ended;
  expect({ killedBy: app.child.signalCode, faults: faultsIn(app.errors()) }).toEqual({
    killedBy: 'SIGKILL',
    faults: [],
  });
}
