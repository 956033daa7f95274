import request from 'supertest';
import { paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { colleague } from '../support/factories';
import { signIn } from '../support/sign-in';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

describe('a visitor reads', () => {
  it.each([
    ['en', 'en'],
    ['en-US,en;q=0.9,de;q=0.8', 'en'],
    ['de-CH', 'de'],
    ['fr,en;q=0.5', 'en'],
    ['fr', 'de'],
    ['', 'de'],
    ['*', 'de'],
  ])('with the browser asking for "%s": %s', async (asked, language) => {
    const page = await request(test.app).get(paths.signIn).set('Accept-Language', asked).expect(200);
    expect(page.text).toContain(`<html lang="${language}"`);
  });
});

describe('an employee reads', () => {
  it('the language of the account, whatever the browser asks', async () => {
    const visitor = await signIn(test.app, await colleague({ language: 'en' }));
    const page = await visitor.get(paths.profile).set('Accept-Language', 'de').expect(200);
    expect(page.text).toContain('<html lang="en"');
  });

  it('what the browser asks when the account leaves it open', async () => {
    const visitor = await signIn(test.app, await colleague({ language: null }));
    const page = await visitor.get(paths.profile).set('Accept-Language', 'en').expect(200);
    expect(page.text).toContain('<html lang="en"');
  });
});
