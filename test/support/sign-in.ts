import type { Express } from 'express';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { testPassword } from './factories';

/** A browser that keeps its cookies and says where its requests come from, as browsers do. */
export function browser(app: Express): TestAgent {
  return request.agent(app).set('Sec-Fetch-Site', 'same-origin');
}

/**
 * Signs in through the real form.
 * @returns the browser that is signed in
 */
export async function signIn(app: Express, { email }: Pick<Account, 'email'>): Promise<TestAgent> {
  const signedIn = browser(app);
  await signedIn.post(paths.signIn).type('form').send({ email, password: testPassword, next: '' }).expect(303);
  return signedIn;
}
