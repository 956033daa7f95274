import type { Express } from 'express';
import request from 'supertest';
import { paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { colleague } from '../support/factories';
import { browser, signIn } from '../support/sign-in';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

function directives(policy: string | undefined): Map<string, string> {
  const parts = (policy ?? '').split(';').map((part) => part.trim().split(/\s+/));
  return new Map(parts.map(([name = '', ...sources]) => [name, sources.join(' ')]));
}

describe.each([paths.signIn, '/nowhere'])('the page %s', (url) => {
  it('lets the browser load from ourselves alone, and nothing inline', async () => {
    const { headers } = await request(test.app).get(url);
    const policy = directives(headers['content-security-policy']);
    expect(Object.fromEntries(policy)).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': expect.stringMatching(/^'self' 'sha256-[^']+'$/),
      'img-src': "'self' data: blob:",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
    });
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  it('is neither kept, nor indexed, nor framed, nor told to others', async () => {
    const { headers } = await request(test.app).get(url);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('etag');
  });

  it('does not ask for TLS while trying out', async () => {
    const { headers } = await request(test.app).get(url);
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });
});

describe('the session cookie', () => {
  it('is not set for visitors who leave nothing', async () => {
    const response = await request(test.app).get(paths.signIn).expect(200);
    expect(response.get('Set-Cookie')).toBeUndefined();
  });

  it('is out of reach of scripts and other sites, and lasts twelve hours from the last request on', async () => {
    const person = await colleague();
    const response = await (await signIn(test.app, person)).get(paths.profile).expect(200);
    const [cookie = ''] = response.get('Set-Cookie') ?? [];
    expect(cookie).toMatch(/^fundus=.*; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
    const lasts = Date.parse(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '') - Date.now();
    expect(lasts / 3_600_000).toBeCloseTo(12, 1);
  });
});

describe('in production', () => {
  let live: Express;
  beforeAll(() => {
    live = test.configured({
      NODE_ENV: 'production',
      BASE_URL: 'https://fundus.example',
      SESSION_SECRET: 'a secret for this test of 32 letters',
      TRUST_PROXY: '1',
    });
  });

  it('asks for TLS, for good', async () => {
    const { headers } = await request(live).get(paths.signIn);
    expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/);
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
  });

  it('sets a cookie that travels by TLS alone and belongs to this host alone', async () => {
    const person = await colleague();
    const response = await browser(live)
      .post(paths.signIn)
      .set('X-Forwarded-Proto', 'https')
      .type('form')
      .send({ email: person.email, password: 'correct horse battery', next: '' })
      .expect(303);
    const [cookie = ''] = response.get('Set-Cookie') ?? [];
    expect(cookie).toMatch(/^__Host-fundus=.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    expect(cookie).not.toContain('Domain');
  });
});
