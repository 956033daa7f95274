import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
} from 'openid-client';
import { Forbidden } from '../../errors';
import type { ProviderOptions } from './options';
import { translated } from './provider-errors';

const patienceSeconds = 10;
const anHour = 60 * 60;
/** A longer one would not fit into an address everywhere. */
const longestHint = 4000;

/** What has to be known again when somebody comes back from the provider. */
export interface Asked {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What we may ask the provider with, in somebody's name. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  readonly id: string | undefined;
  /** Until when they are good where nothing can be asked with them, in milliseconds. */
  readonly until: number;
}

/** What the provider says of somebody. */
export type Claims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

/** Who came back, and with what. */
export interface Arrival {
  readonly claims: Claims;
  readonly tokens: Tokens;
}

/** The identity provider. Whatever it refuses or cannot answer is thrown as in `provider-errors.ts`. */
export interface Provider {
  /** @returns where to send somebody, and what to keep until they are back */
  ask(): Promise<{ url: URL; asked: Asked }>;
  /** @param current address somebody came back to, with the provider's answer */
  receive(current: URL, asked: Asked): Promise<Arrival>;
  /** Asks whether somebody may still come in. @throws Forbidden or BadRequest when not */
  askAgain(subject: string, tokens: Tokens): Promise<Arrival>;
  /** @returns where somebody ends what they began at the provider; undefined where it has no such place */
  farewell(tokens: Tokens, returnTo: string): Promise<URL | undefined>;
  /** What the provider signs with. */
  keys(): Promise<JWTVerifyGetKey>;
}

/**
 * @param redirectUri our address the provider sends people back to
 * @param onTrouble told, in a word, why the provider could not be asked
 */
export function createProvider(
  options: ProviderOptions,
  redirectUri: string,
  onTrouble: (reason: string) => void,
): Provider {
  const answering = <Answer>(call: () => Promise<Answer>) => translated(call, onTrouble);
  let known: Promise<Configuration> | undefined;
  let jwks: JWTVerifyGetKey | undefined;

  /** Found out once; when that fails, again the next time. */
  function configuration(): Promise<Configuration> {
    known ??= discover(options).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  }

  async function ask() {
    const config = await configuration();
    const asked = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: options.scopes,
      state: asked.state,
      nonce: asked.nonce,
      code_challenge: await calculatePKCECodeChallenge(asked.verifier),
      code_challenge_method: 'S256',
    });
    return { url, asked };
  }

  async function receive(current: URL, { state, nonce, verifier }: Asked): Promise<Arrival> {
    const config = await configuration();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const answer = await authorizationCodeGrant(config, current, checks);
    const said = answer.claims();
    if (!said) throw new Error('an ID token was expected');
    const until = Date.now() + (answer.expires_in ?? anHour) * 1000;
    const tokens = { access: answer.access_token, refresh: answer.refresh_token, id: answer.id_token, until };
    return { claims: { ...(await told(config, said.sub, tokens)), ...said }, tokens };
  }

  async function askAgain(subject: string, given: Tokens): Promise<Arrival> {
    const config = await configuration();
    if (!canAsk(config, given) && Date.now() > given.until) throw new Forbidden('signIn.sso.denied');
    const tokens = given.refresh === undefined ? given : await refreshed(config, given, given.refresh);
    const said = await told(config, subject, tokens);
    return { claims: { ...said, iss: options.issuer, sub: subject }, tokens };
  }

  async function farewell({ id }: Tokens, returnTo: string): Promise<URL | undefined> {
    const config = await configuration();
    if (!config.serverMetadata().end_session_endpoint) return undefined;
    const url = buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo });
    if (id !== undefined && id.length < longestHint) url.searchParams.set('id_token_hint', id);
    return url;
  }

  async function keys(): Promise<JWTVerifyGetKey> {
    const { jwks_uri } = (await configuration()).serverMetadata();
    if (!jwks_uri) throw new Error('the provider names no keys');
    jwks ??= createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: patienceSeconds * 1000 });
    return jwks;
  }

  return {
    ask: () => answering(ask),
    receive: (current, asked) => answering(() => receive(current, asked)),
    askAgain: (subject, tokens) => answering(() => askAgain(subject, tokens)),
    farewell: (tokens, returnTo) => answering(() => farewell(tokens, returnTo)),
    keys: () => answering(keys),
  };
}

function discover({ issuer, clientId, clientSecret }: ProviderOptions): Promise<Configuration> {
  const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
  const options = { execute, timeout: patienceSeconds };
  return discovery(new URL(issuer), clientId, undefined, bySecret(clientSecret), options);
}

/** As the provider prefers it; where it says nothing, as the standard does. */
function bySecret(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) => {
    const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = server;
    const byHeader = methods.includes('client_secret_basic');
    return (byHeader ? basic : post)(server, ...rest);
  };
}

async function refreshed(config: Configuration, given: Tokens, token: string): Promise<Tokens> {
  const answer = await refreshTokenGrant(config, token);
  return {
    ...given,
    access: answer.access_token,
    refresh: answer.refresh_token ?? token,
    id: answer.id_token ?? given.id,
  };
}

/** Whether the provider says anything to whoever holds these. */
function canAsk(config: Configuration, { refresh }: Tokens): boolean {
  return refresh !== undefined || config.serverMetadata().userinfo_endpoint !== undefined;
}

/** @returns what the provider tells beside the ID token; nothing where it tells nothing */
async function told(config: Configuration, subject: string, { access }: Tokens): Promise<Record<string, unknown>> {
  if (!config.serverMetadata().userinfo_endpoint) return {};
  return { ...(await fetchUserInfo(config, access, subject)) };
}
