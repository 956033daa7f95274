import MongoStore from 'connect-mongo';
import { translator } from '../../src/i18n/translator';
import { paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { agent } from '../support/factories';
import { visibleText } from '../support/html';
import { signIn } from '../support/sign-in';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());
afterEach(() => jest.restoreAllMocks());

it('is kept after the answer, which arrives in full even where that fails', async () => {
  const someone = await agent({ name: 'Ada', language: 'en' });
  const visitor = await signIn(test.app, someone);
  jest.spyOn(MongoStore.prototype, 'set').mockImplementation((_id, _session, kept) => {
    setTimeout(() => kept?.(new Error('the store is gone')), 50);
  });
  const page = await visitor.get(paths.board).expect(200);
  expect(page.text.trimEnd()).toMatch(/<\/html>$/);
  expect(visibleText(page.text)).toContain(translator('en')('flash.signedIn', { name: 'Ada' }));
  expect(test.faults.splice(0)).toEqual([expect.stringContaining('a session could not be kept')]);
});
