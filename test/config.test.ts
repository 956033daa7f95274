import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigError, readConfig } from '../src/config';

const complete = {
  NODE_ENV: 'production',
  SESSION_SECRET: 'x'.repeat(32),
  BASE_URL: 'https://fundus.example',
  MONGODB_URI: 'mongodb://db.example/fundus',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fundus-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function refusalOf(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  return 'taken';
}

describe('in production', () => {
  it.each(['SESSION_SECRET', 'BASE_URL', 'MONGODB_URI'])('does not start without %s, and names it alone', (name) => {
    const lines = refusalOf({ ...complete, [name]: undefined }).split('\n');
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^${name}: missing`))]);
  });

  it('names everything that is missing at once', () => {
    const lines = refusalOf({ NODE_ENV: 'production' }).split('\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual(['SESSION_SECRET', 'BASE_URL', 'MONGODB_URI']);
  });

  it('takes an empty variable for a missing one', () => {
    expect(refusalOf({ ...complete, BASE_URL: '' })).toMatch(/^BASE_URL: missing/);
  });

  it('refuses an address without TLS, over which nobody could stay signed in', () => {
    expect(refusalOf({ ...complete, BASE_URL: 'http://fundus.example' })).toMatch(/^BASE_URL: not https/);
  });

  it('starts with the embedded store when that is said', () => {
    const config = readConfig({ ...complete, MONGODB_URI: undefined, STORE: 'embedded' });
    expect(config.mongodbUri).toBeUndefined();
  });

  it('makes no demo data unless asked', () => {
    expect(readConfig(complete).demoData).toBe(false);
    expect(readConfig({ ...complete, DEMO_DATA: 'true' }).demoData).toBe(true);
  });
});

describe('the mailbox', () => {
  const url = 'imaps://fundus:secret@mail.example/INBOX';
  const MAIL_FROM = 'Fundus <fundus@mail.example>';

  it('is entered by TLS alone, but on this very machine', () => {
    const refusal = (IMAP_URL: string) => refusalOf({ ...complete, MAIL_FROM, IMAP_URL });
    expect([refusal(url), refusal('imap://a:b@127.0.0.1:143/INBOX')]).toEqual(['taken', 'taken']);
    expect(refusal(url.replace('imaps', 'imap'))).toMatch(/^IMAP_URL: not imaps/);
    expect(refusal('https://mail.example')).toMatch(/^IMAP_URL: /);
  });

  it('needs an address of ours with room for a token', () => {
    for (const local of ['a'.repeat(27), 'fundus+team'])
      expect(refusalOf({ IMAP_URL: url, MAIL_FROM: `Fundus <${local}@mail.example>` })).toMatch(/^MAIL_FROM: /);
    expect(refusalOf({ IMAP_URL: url, MAIL_FROM: `${'a'.repeat(26)}@mail.example` })).toBe('taken');
  });
});

describe('the webhook', () => {
  const WEBHOOK_URL = 'https://suite.example/hook';
  const WEBHOOK_SECRET = 's'.repeat(32);

  it('needs https and a secret, and channels it knows', () => {
    expect(refusalOf({ WEBHOOK_URL })).toMatch(/^WEBHOOK_SECRET: missing/);
    expect(refusalOf({ WEBHOOK_URL: 'http://suite.example', WEBHOOK_SECRET })).toMatch(/^WEBHOOK_URL: /);
    expect(refusalOf({ WEBHOOK_URL, WEBHOOK_SECRET, WEBHOOK_CHANNELS: 'email' })).toMatch(/^WEBHOOK_CHANNELS/);
  });

  it('is off unless asked for', () => {
    expect(readConfig({ WEBHOOK_SECRET }).webhook).toBeUndefined();
    const given = readConfig({ WEBHOOK_URL, WEBHOOK_SECRET, WEBHOOK_CHANNELS: 'x, facebook' });
    expect(given.webhook).toEqual({ url: WEBHOOK_URL, secret: WEBHOOK_SECRET, channels: ['x', 'facebook'] });
  });
});

describe('single sign-on', () => {
  const provider = {
    OIDC_ISSUER: 'https://id.example/realm',
    OIDC_CLIENT_ID: 'fundus',
    OIDC_CLIENT_SECRET: 'secret',
  };

  it.each<[string, Record<string, string>]>([
    ['OIDC_CLIENT_ID', { ...provider, OIDC_CLIENT_ID: '' }],
    ['OIDC_CLIENT_SECRET', { ...provider, OIDC_CLIENT_SECRET: '' }],
    ['OIDC_ISSUER', { ...provider, OIDC_ISSUER: 'http://id.example' }],
    ['OIDC_SCOPES', { ...provider, OIDC_SCOPES: 'profile email' }],
    ['LOCAL_SIGN_IN', { LOCAL_SIGN_IN: 'false' }],
  ])('is refused by the name of %s', (name, given) => {
    expect(refusalOf({ ...complete, ...given })).toMatch(new RegExp(`^${name}: `));
  });

  it('is taken, and may be the only way in', () => {
    const groups = { OIDC_AGENT_GROUPS: 'service, leads,', OIDC_ADMIN_GROUPS: '' };
    const config = readConfig({ ...complete, ...provider, ...groups, LOCAL_SIGN_IN: 'false' });
    expect(config).toMatchObject({
      localSignIn: false,
      singleSignOn: { issuer: provider.OIDC_ISSUER, agentGroups: ['service', 'leads'], adminGroups: [] },
    });
    expect(readConfig(complete)).toMatchObject({ localSignIn: true, singleSignOn: undefined });
  });
});

describe('anywhere', () => {
  it.each([
    ['PORT', '70000'],
    ['SESSION_SECRET', 'short'],
    ['BASE_URL', 'fundus.example'],
    ['MONGODB_URI', 'postgres://db'],
    ['STORE', 'memory'],
    ['DEMO_DATA', 'yes'],
    ['NODE_ENV', 'staging'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(refusalOf({ ...complete, [name]: value })).toMatch(new RegExp(`^${name}: `));
  });

  it('cannot be changed once read', () => {
    expect(Object.isFrozen(readConfig(complete))).toBe(true);
  });

  it('keeps the base address without a slash at its end', () => {
    expect(readConfig({ ...complete, BASE_URL: 'https://fundus.example/' }).baseUrl).toBe('https://fundus.example');
  });
});

describe('while trying out', () => {
  it('starts with nothing set, with demo data', () => {
    const config = readConfig({ DATA_DIR: folder });
    expect(config).toMatchObject({ production: false, port: 3000, baseUrl: 'http://localhost:3000', demoData: true });
  });

  it('makes a secret once and keeps it beside the data', () => {
    const { sessionSecret } = readConfig({ DATA_DIR: folder });
    expect(sessionSecret.length).toBeGreaterThanOrEqual(32);
    expect(readConfig({ DATA_DIR: folder }).sessionSecret).toBe(sessionSecret);
    expect(readFileSync(path.join(folder, 'session-secret'), 'utf8')).toBe(sessionSecret);
  });
});
