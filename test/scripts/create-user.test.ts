import mongoose from 'mongoose';
import { dropDatabase, ownDatabase } from '../support/own-database';
import { ownFolder, run } from '../support/process';

const database = ownDatabase();
const { folder, remove } = ownFolder();

afterAll(async () => {
  remove();
  await dropDatabase(database);
});

async function createUser(args: string[], environment: Record<string, string> = {}) {
  const place = { MONGODB_URI: database, DATA_DIR: folder, UPLOADS_DIR: folder };
  const running = run('scripts/create-user', { ...place, ...environment }, args);
  return { code: await running.ended, output: running.output() };
}

const ada = ['--email', 'Ada@fundus.example', '--name', 'Ada Lovelace', '--role', 'agent', '--role', 'admin'];
const password = { FUNDUS_PASSWORD: 'correct horse battery' };

describe('create-user refuses, and says why', () => {
  it.each([
    ['nothing given', [], /--email: .*\n--name: /],
    ['no address', ['--email', 'ada', '--name', 'Ada'], /--email: an e-mail address/],
    ['a role we do not have', [...ada, '--role', 'boss'], /--role: one of employee, agent, admin/],
    ['an option we do not have', [...ada, '--password', 'x'], /Unknown option '--password'/],
  ])('%s', async (_what, args, sentence) => {
    const { code, output } = await createUser(args, password);
    expect(code).toBe(1);
    expect(output).toMatch(sentence);
    expect(output).toContain('npm run create-user -- --email');
  });

  it('no password and no terminal to ask for it on', async () => {
    const { code, output } = await createUser(ada);
    expect(code).toBe(1);
    expect(output).toContain('set FUNDUS_PASSWORD');
  });

  it('a short password', async () => {
    const { code, output } = await createUser(ada, { FUNDUS_PASSWORD: 'short' });
    expect(code).toBe(1);
    expect(output).toContain('at least 10 characters');
  });
});

it('create-user creates an account once', async () => {
  expect(await createUser(ada, password)).toMatchObject({ code: 0, output: expect.stringContaining('Created ') });
  const connection = await mongoose.createConnection(database).asPromise();
  const kept = await connection.collection('accounts').find({}).toArray();
  await connection.close();
  expect(kept).toMatchObject([{ email: 'ada@fundus.example', roles: ['employee', 'agent', 'admin'] }]);
  const again = await createUser(ada, password);
  expect(again).toMatchObject({ code: 1, output: expect.stringContaining('already belongs') });
});
