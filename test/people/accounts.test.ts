import { InvalidInput, NotFound } from '../../src/errors';
import { createAccount, findAccount, findAccountByEmail, namesOf, updateProfile } from '../../src/people/accounts';
import { hashPassword, verifyPassword } from '../../src/people/password';
import { startTestApp, type TestApp } from '../support/app';
import { account, testPassword } from '../support/factories';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

const nobody = '0'.repeat(24);

describe('a new account', () => {
  it('is refused when the address is taken, however it is written', async () => {
    const { email } = await account();
    const again = createAccount({ name: 'Kim', email: ` ${email.toUpperCase()}`, password: testPassword, roles: [] });
    await expect(again).rejects.toMatchObject({ key: 'people.emailTaken', fields: { email: 'people.emailTaken' } });
  });

  it('is refused with a short password', async () => {
    const refused = account({ password: 'too short' });
    await expect(refused).rejects.toThrow(InvalidInput);
  });

  it('is an employee, and what was given on top', async () => {
    expect((await account({ roles: [] })).roles).toEqual(['employee']);
    expect((await account({ roles: ['agent', 'employee'] })).roles).toEqual(['employee', 'agent']);
  });

  it('is never handed out with its password', async () => {
    const { id } = await account();
    expect(JSON.stringify(await findAccount(id))).not.toMatch(/argon2|password/i);
  });
});

describe('looking accounts up', () => {
  it('by id, whatever the id looks like', async () => {
    const known = await account();
    expect(await findAccount(known.id)).toEqual(known);
    expect(await findAccount(nobody)).toBeUndefined();
    expect(await findAccount('not an id')).toBeUndefined();
  });

  it('by address', async () => {
    const known = await account();
    expect(await findAccountByEmail(known.email.toUpperCase())).toEqual(known);
    expect(await findAccountByEmail('nobody@fundus.example')).toBeUndefined();
  });

  it('gives the names of those that exist', async () => {
    const [ada, grace] = [await account({ name: 'Ada' }), await account({ name: 'Grace' })];
    const names = await namesOf([ada.id, grace.id, ada.id, nobody, 'not an id']);
    expect(names).toEqual(
      new Map([
        [ada.id, 'Ada'],
        [grace.id, 'Grace'],
      ]),
    );
    expect(await namesOf([])).toEqual(new Map());
  });
});

describe('a profile', () => {
  it('cannot be saved for an account that is gone', async () => {
    await expect(
      updateProfile(
        { id: nobody, email: 'x@fundus.example' },
        { name: 'Kim', language: 'de', place: '', neverSought: false },
      ),
    ).rejects.toThrow(NotFound);
  });
});

describe('a password', () => {
  it('is kept as Argon2id with the cost OWASP names', async () => {
    expect(await hashPassword(testPassword)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('is right only for the hash it belongs to', async () => {
    const hash = await hashPassword(testPassword);
    expect(await verifyPassword(testPassword, hash)).toBe(true);
    expect(await verifyPassword(`${testPassword} `, hash)).toBe(false);
    expect(await verifyPassword(testPassword, undefined)).toBe(false);
  });

  it('is the same however the keyboard writes its letters', async () => {
    expect(await verifyPassword('Plu\u0308schesel', await hashPassword('Pl\u00fcschesel'))).toBe(true);
  });
});
