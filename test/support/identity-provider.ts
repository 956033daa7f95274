import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Configuration } from 'oidc-provider';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { paths } from '../../src/paths';

/** Somebody the provider knows. */
export interface Known {
  readonly sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
  groups?: string[];
  office?: string;
  locale?: string;
  /** Out of use there. */
  disabled?: boolean;
}

/** A real provider of OpenID Connect in this process, with people in it. */
export interface IdentityProvider {
  readonly issuer: string;
  /** What an application is configured with that has its people there. */
  readonly settings: Record<string, string>;
  /** Changed in place when something about them changes. */
  readonly people: Known[];
  /** Who signs in next without being asked; undefined: whoever picks a name on its page. */
  comes: Known | 'nobody' | undefined;
  /** Whether it answers at all. */
  down: boolean;
  /** Paths that were asked for. */
  readonly asked: string[];
  /** A browser at the provider. */
  visitor(): TestAgent;
  /** Follows an address from page to page there. @returns the address of ours it leads back to */
  walk(visitor: TestAgent, url: string): Promise<URL>;
  /** Signs what the provider could say when somebody signs out. */
  logoutToken(claims: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
  close(): void;
}

const clientId = 'fundus';
const clientSecret = 'a secret between us and the provider';

/** @param baseUrl of the application */
export async function startIdentityProvider(baseUrl: string, people: Known[]): Promise<IdentityProvider> {
  // It says at length that it is meant to run elsewhere.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { Provider } = await import('oidc-provider');
  const keys = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(keys.privateKey)), kid: 'test', use: 'sig', alg: 'RS256' };
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configurationFor(baseUrl, key, people));
  const callback = provider.callback();

  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '', issuer);
    self.asked.push(pathname);
    if (self.down) outgoing.writeHead(500).end('out of order');
    else if (pathname.startsWith('/interaction/')) interact(incoming, outgoing, searchParams).catch(fail(outgoing));
    else callback(incoming, outgoing);
  });

  async function interact(incoming: IncomingMessage, outgoing: ServerResponse, chosen: URLSearchParams) {
    const as = self.comes === 'nobody' || chosen.has('nobody') ? null : (chosen.get('as') ?? self.comes?.sub);
    if (as === undefined) return void outgoing.setHeader('Content-Type', 'text/html').end(doorOf(people));
    const result = as === null ? { error: 'access_denied' } : { login: { accountId: as } };
    await provider.interactionFinished(incoming, outgoing, result, { mergeWithLastSubmission: false });
  }

  async function walk(visitor: TestAgent, url: string): Promise<URL> {
    let at = new URL(url);
    while (at.origin === issuer) {
      const { headers, status, text } = await visitor.get(at.pathname + at.search);
      if (!headers.location) throw new Error(`the provider answered ${status} at ${at.pathname}: ${text}`);
      at = new URL(headers.location, at);
    }
    return at;
  }

  const self: IdentityProvider = {
    issuer,
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret },
    people,
    comes: undefined,
    down: false,
    asked: [],
    visitor: () => request.agent(issuer),
    walk,
    logoutToken: (claims, header = {}) =>
      new SignJWT({ iss: issuer, aud: clientId, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'test', typ: 'logout+jwt', ...header })
        .sign(keys.privateKey),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return self;
}

function fail(outgoing: ServerResponse) {
  return (error: unknown) => void outgoing.writeHead(500).end(String(error));
}

function configurationFor(baseUrl: string, key: object, people: Known[]): Configuration {
  const client = {
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: [baseUrl + paths.singleSignOnReturn],
    post_logout_redirect_uris: [baseUrl + paths.signIn],
    backchannel_logout_uri: baseUrl + paths.backChannelLogout,
    backchannel_logout_session_required: true,
    grant_types: ['authorization_code', 'refresh_token'],
  };
  return {
    clients: [client],
    jwks: { keys: [key as never] },
    cookies: { keys: ['a key for the cookies of the provider'] },
    claims: {
      openid: ['sub', 'sid'],
      profile: ['name', 'locale', 'groups', 'office'],
      email: ['email', 'email_verified'],
    },
    ttl: { AccessToken: 600, IdToken: 600, Interaction: 600, Session: 3600, Grant: 3600, RefreshToken: 3600 },
    pkce: { required: () => true },
    issueRefreshToken: async () => true,
    rotateRefreshToken: () => true,
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = `<!doctype html><title>Provider</title>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
        },
      },
    },
    findAccount: (_ctx, sub) => {
      const known = people.find((person) => person.sub === sub);
      return known && !known.disabled ? { accountId: sub, claims: async () => ({ ...known }) } : undefined;
    },
    loadExistingGrant: async (ctx) => {
      const accountId = ctx.oidc.session?.accountId;
      const grant = new ctx.oidc.provider.Grant({ accountId, clientId: ctx.oidc.client?.clientId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  };
}

/** Where somebody says at the provider who they are. */
function doorOf(people: readonly Known[]): string {
  const names = people.map(({ sub, name }) => `<li><a href="?as=${encodeURIComponent(sub)}">${name}</a></li>`);
  return `<!doctype html><title>Provider</title><h1>Who are you?</h1><ul>${names.join('')}</ul><a href="?nobody">Cancel</a>`;
}
