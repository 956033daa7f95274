import { rm, writeFile } from 'node:fs/promises';
import express from 'express';
import { MulterError } from 'multer';
import request from 'supertest';
import { projectRoot } from '../../src/config';
import { BadRequest, Conflict, Forbidden, InvalidInput, NotFound, TooLarge, TooMany } from '../../src/errors';
import { hasText } from '../../src/i18n/translator';
import { link, paths } from '../../src/paths';
import { loadAssets } from '../../src/web/assets';
import { brandAssets } from '../../src/web/brand/brand-assets';
import { useViews } from '../../src/web/handlebars';
import { errorHandler } from '../../src/web/middleware/error-handler';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf } from '../support/cases';
import { agent } from '../support/factories';
import { visibleText } from '../support/html';
import { photo } from '../support/photos';
import { browser, signIn } from '../support/sign-in';
import { occurrences, sourceFiles } from '../support/source-files';

const assets = loadAssets(projectRoot, brandAssets(projectRoot, undefined));

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

/** An application with the real views in which every request fails the same way. */
function failingWith(error: unknown, production = false) {
  const app = express().enable('view cache');
  useViews(app, projectRoot, assets);
  Object.assign(app.locals, test.app.locals);
  app.use(express.urlencoded({ extended: false }), () => {
    throw error;
  });
  app.use(errorHandler({ logger: test.services.logger, production, presentSince: async () => [] }));
  return app;
}

function post(error: unknown, form: Record<string, string> = {}) {
  return request(failingWith(error)).post('/somewhere').set('Accept-Language', 'en').type('form').send(form);
}

describe('an error of ours has its status and its sentence', () => {
  it.each([
    [new BadRequest('error.badRequest'), 400, 'We did not understand that'],
    [new Forbidden('error.forbidden'), 403, 'You may not do that here'],
    [new NotFound(), 404, 'There is nothing here'],
    [new Conflict('error.conflict'), 409, 'Someone was faster'],
    [new TooLarge('error.tooLarge'), 413, 'That is too much at once'],
    [new InvalidInput('error.invalidInput'), 422, 'This is not quite right yet'],
    [new TooMany('signIn.tooOften', 61), 429, 'wait another 2 min'],
  ])('%p', async (error, status, words) => {
    const page = await post(error).expect(status).expect('Content-Type', /html/);
    expect(visibleText(page.text)).toContain(words);
  });

  it('says when it may be tried again', async () => {
    await post(new TooMany('signIn.tooOften', 61)).expect('Retry-After', '61');
  });

  it('speaks the language of the reader', async () => {
    const page = await request(failingWith(new NotFound()))
      .get('/')
      .set('Accept-Language', 'de-AT,en;q=0.5')
      .expect(404);
    expect(page.text).toContain('<html lang="de">');
    expect(visibleText(page.text)).toContain('Hier ist nichts');
  });
});

describe("what libraries throw about a request is the sender's matter", () => {
  it.each([
    [new MulterError('LIMIT_FILE_SIZE', 'photos'), 413],
    [new MulterError('LIMIT_FILE_COUNT', 'photos'), 422],
    [new MulterError('LIMIT_UNEXPECTED_FILE', 'script'), 400],
    [Object.assign(new Error('request entity too large'), { status: 413 }), 413],
    [Object.assign(new Error('request aborted'), { status: 400 }), 400],
  ])('%p', async (error, status) => {
    await post(error).expect(status);
  });

  it('also an address that cannot be read', async () => {
    await request(test.app).get('/appeals/%E0%A4%A').expect(400);
  });

  it('also a body that is too large', async () => {
    await browser(test.app)
      .post(paths.signIn)
      .type('form')
      .send(`email=${'a'.repeat(300_000)}`)
      .expect(413);
  });
});

describe('nothing typed is lost', () => {
  it('the page gives it back to be copied, without passwords and what our form added', async () => {
    const form = {
      story: 'Zwei <Esel>',
      email: 'kim@fundus.example',
      password: 'Geheim-4711',
      version: '3',
      place: ' ',
    };
    const page = await post(new Conflict('error.conflict'), form).expect(409);
    const text = visibleText(page.text);
    expect(text).toContain('Zwei <Esel>');
    expect(text).toContain('E-mail address');
    expect(page.text).not.toContain('Geheim-4711');
    expect(page.text).not.toMatch(/version|Your place/);
  });

  it('every field of our pages that is typed into can be given back', () => {
    const fields = occurrences(sourceFiles('views', '.hbs'), /(?:\{\{> field|<textarea|<input) name="(\w+)"/g);
    expect(fields.length).toBeGreaterThan(15);
    expect(fields.filter(({ found }) => !hasText('de', `field.${found}`))).toEqual([]);
  });

  it('leads back to the page before when it was ours, else to the board', async () => {
    const from = (referer: string) => post(new NotFound()).set({ Host: 'fundus.example', Referer: referer });
    expect((await from('https://fundus.example/appeals/1?a=2')).text).toContain('href="/appeals/1?a&#x3D;2"');
    expect((await from('https://evil.example/appeals/1')).text).not.toContain('evil');
  });
});

describe('a fault of ours', () => {
  const fault = () => new Error('kim@fundus.example lives in Hamburg');

  it('is shown as a number alone, and found in the log under it, with nothing people wrote', async () => {
    const page = await request(failingWith(fault(), true))
      .post('/status/secret-token')
      .type('form')
      .send({ story: 'from a customer' })
      .expect(500);
    const [line = ''] = test.faults.splice(0);
    const { reference, frames } = JSON.parse(line);
    expect(page.text).toContain(reference);
    expect(page.text).not.toContain('Hamburg');
    expect(frames.length).toBeGreaterThan(0);
    expect(line).not.toMatch(/kim@|Hamburg|secret-token|from a customer/);
  });

  it('really happens when a file lies where the photos were, and leaves a way on', async () => {
    const ada = await agent({ language: 'de' });
    const cases = casesOf(test.services, { agent: ada, finder: ada });
    const appeal = await cases.searching({ photos: [await photo()] });
    await rm(test.config.uploadsDir, { recursive: true });
    await writeFile(test.config.uploadsDir, '');
    const path = link(paths.photoBlur, { id: appeal.id, photoId: appeal.photos[0]?.id ?? '' });
    const region = { left: '10', top: '10', width: '20', height: '20' };
    const page = await (await signIn(test.app, ada)).post(path).type('form').send(region).expect(500);
    expect(visibleText(page.text)).toMatch(/Da ist bei uns etwas schiefgegangen .* diese Nummer weiter: [0-9a-f]{8}/);
    expect(page.text).toContain('Zur Pinnwand');
    expect(test.faults.splice(0)).toHaveLength(1);
  });

  it('tells developers its message', async () => {
    await post(fault()).expect(500);
    expect(test.faults.splice(0).join()).toContain('lives in Hamburg');
  });

  it('is still answered when not even the page can be shown', async () => {
    const broken = test.configured({});
    broken.set('views', '/nowhere');
    const page = await request(broken).get('/nowhere').expect(500);
    expect(page.text).toContain('Something went wrong');
    expect(page.text).not.toContain('nowhere');
    expect(test.faults.splice(0)).toHaveLength(1);
  });
});
