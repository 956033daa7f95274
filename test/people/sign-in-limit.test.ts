import { TooMany } from '../../src/errors';
import { createSignInLimit, type SignInLimit } from '../../src/people/sign-in-limit';
import { startTestApp, type TestApp } from '../support/app';

let test: TestApp;
let limit: SignInLimit;
beforeAll(async () => {
  test = await startTestApp();
  limit = createSignInLimit(test.connection);
});
afterAll(() => test.stop());

const from = (address: string, name: number) => ({ email: `person-${name}@fundus.example`, address });

async function countMany(address: string, times: number): Promise<void> {
  for (let name = 0; name < times; name += 1) await limit.count(from(address, name));
}

it('stops an address that tries a hundred accounts, and no other', async () => {
  await countMany('192.0.2.1', 100);
  await expect(limit.count(from('192.0.2.1', 100))).rejects.toThrow(TooMany);
  await limit.count(from('192.0.2.2', 100));
});

it('does not count those who came in', async () => {
  await countMany('192.0.2.3', 99);
  await limit.forgive(from('192.0.2.3', 0));
  await limit.count(from('192.0.2.3', 100));
  await limit.count(from('192.0.2.3', 101));
  await expect(limit.count(from('192.0.2.3', 102))).rejects.toThrow(TooMany);
});
