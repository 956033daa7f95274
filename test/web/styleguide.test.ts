import type { Request, Response } from 'express';
import { readConfig } from '../../src/config';
import { NotFound } from '../../src/errors';
import { paths } from '../../src/paths';
import { styleguideController } from '../../src/web/controllers/styleguide';
import { startTestApp, type TestApp } from '../support/app';
import { colleague } from '../support/factories';
import { signIn } from '../support/sign-in';

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
  const config = readConfig({ ...environment, STORE: 'embedded', DATA_DIR: test.config.dataDir });
  const answer = () =>
    styleguideController({ ...test.services, config })({} as Request, {} as Response, () => undefined);
  expect(answer).toThrow(NotFound);
});
