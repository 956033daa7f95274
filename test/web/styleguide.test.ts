import { paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { colleague } from '../support/factories';
import { browser, signIn } from '../support/sign-in';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

it('shows the components by day and by night', async () => {
  const visitor = await signIn(test.app, await colleague());
  const { text } = await visitor.get(paths.styleguide).expect(200);
  for (const part of [
    'guide__scheme--light',
    'guide__scheme--dark',
    'class="rail',
    'class="timeline',
    'status-chip--closed',
  ])
    expect(text).toContain(part);
});

it('is not there in production', async () => {
  const environment = { NODE_ENV: 'production', BASE_URL: 'https://fundus.example', SESSION_SECRET: 'x'.repeat(32) };
  const production = test.configured(environment);
  production.set('trust proxy', 1);
  const secure = { 'X-Forwarded-Proto': 'https' };
  const visitor = browser(production).set(secure);
  const person = { email: (await colleague()).email, password: 'correct horse battery', next: '' };
  await visitor.post(paths.signIn).type('form').send(person).expect(303);
  await visitor.get(paths.styleguide).expect(404);
});
