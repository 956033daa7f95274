import request from 'supertest';
import { paths } from '../../src/paths';
import { findAccount } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { colleague } from '../support/factories';
import { visibleText } from '../support/html';
import { browser, signIn } from '../support/sign-in';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

async function save(form: Record<string, string>) {
  const person = await colleague({ language: 'en', place: 'Bonn' });
  const visitor = await signIn(test.app, person);
  const response = await visitor.post(paths.profile).type('form').send(form);
  return { response, visitor, person, kept: await findAccount(person.id) };
}

it("refuses fields that are not one's own to set", async () => {
  const { response, kept } = await save({ name: 'Kim', language: 'en', place: 'Bonn', roles: 'admin' });
  expect(response.status).toBe(400);
  expect(kept?.roles).toEqual(['employee']);
});

it("is nobody's business without an account", async () => {
  await request(test.app).get(paths.profile).expect(303);
  await browser(test.app).post(paths.profile).type('form').send({ language: 'en', place: 'x' }).expect(303);
});

it('brings the form back with what was typed when it does not fit', async () => {
  const place = 'Haus <3>, '.repeat(20);
  const { response, kept } = await save({ name: 'Kim', language: 'fr', place });
  expect(response.status).toBe(422);
  expect(response.text).toContain('href="#language"');
  expect(response.text).toContain('Haus &lt;3&gt;');
  expect(visibleText(response.text)).toContain('This is too long.');
  expect(kept?.place).toBe('Bonn');
});

it('saves name, language and place, and says so in the new language', async () => {
  const { response, visitor, kept } = await save({ name: 'Kim Neumann', language: 'de', place: '  Hamburg,  Raum 2 ' });
  expect(response.status).toBe(303);
  expect(kept).toMatchObject({ name: 'Kim Neumann', language: 'de', place: 'Hamburg,  Raum 2' });
  const page = await visitor.get(paths.profile).expect(200);
  expect(visibleText(page.text)).toContain('Dein Profil ist gespeichert.');
  expect(page.text).toContain('value="Hamburg,  Raum 2"');
});

it('leaves the language to the browser when asked to', async () => {
  const { kept } = await save({ name: 'Kim', language: '', place: '' });
  expect(kept).toMatchObject({ language: null, place: '' });
});
