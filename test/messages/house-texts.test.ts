import { Conflict } from '../../src/errors';
import { houseTexts, saveText, versionsOf } from '../../src/messages/house-texts';
import { link, paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { admin, agent } from '../support/factories';
import { fillIn } from '../support/forms';
import { visibleText } from '../support/html';
import { person } from '../support/plain-appeal';
import { signIn } from '../support/sign-in';

const piece = 'found.long' as const;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

it('keeps every version, and lets only one of two at a time be the next', async () => {
  const save = (text: string) => saveText({ piece, language: 'en', text }, 'a1', 0);
  const saved = await Promise.allSettled([save('First'), save('Second')]);
  expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(save('Too late')).rejects.toThrow(Conflict);
  const versions = await versionsOf(piece, 'en');
  expect(versions.map(({ version }) => version)).toEqual([1, 0]);
  expect((await houseTexts('en')).get(piece)?.version).toBe(1);
  expect((await houseTexts('de')).get(piece)?.version).toBe(0);
});

it.each([
  [piece, 'Found, {{nme}}!', 'nme'],
  [piece, 'Found {{name', '{{'],
  ['link.long' as const, 'See for yourself', 'link'],
])('is refused with placeholders that are wrong: %s %s', async (name, text, named) => {
  const refused = saveText({ piece: name, language: 'de', text }, 'a1', 0);
  await expect(refused).rejects.toMatchObject({ status: 422, values: { names: named } });
});

it('is written by an admin and stands in the composer of an agent', async () => {
  const address = link(paths.houseText, { piece: 'opened.long', language: 'en' });
  const visitor = await signIn(test.app, await admin());
  const page = await visitor.get(address).expect(200);
  await fillIn(visitor, page, address, { text: 'dear {{name}}, we look for {{titel}}.' }).expect(422);
  await fillIn(visitor, page, address, { text: 'dear {{name}}, we look for {{title}}.' }).expect(303);
  const ada = await agent();
  const appeal = await casesOf(test.services, { agent: ada, finder: person('finder') }).searching();
  const composer = await (await signIn(test.app, ada)).get(link(paths.newUpdate, { id: appeal.id })).expect(200);
  expect(visibleText(composer.text)).toContain('dear Maria Muster, we look for Plush donkey.');
});
