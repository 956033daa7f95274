import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const groups = z
  .string()
  .default('')
  .transform((given) => given.split(',').map((name) => name.trim()))
  .transform((names) => names.filter((name) => name !== ''));

/** The variables about signing in elsewhere. */
export const singleSignOnSchema = {
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPES: z
    .string()
    .regex(/(^|\s)openid(\s|$)/, 'openid has to be among them')
    .default('openid profile email'),
  OIDC_GROUPS_CLAIM: z.string().default('groups'),
  OIDC_AGENT_GROUPS: groups,
  OIDC_ADMIN_GROUPS: groups,
  OIDC_PLACE_CLAIM: z.string().optional(),
  OIDC_TRUST_EMAIL: flag.default(false),
  OIDC_RECHECK_SECONDS: z.coerce.number().int().min(1).max(3600).default(30),
  LOCAL_SIGN_IN: flag.default(true),
  REQUIRE_SECOND_FACTOR: z.enum(['none', 'admins', 'agents']).default('none'),
};

/** What the application is told of the provider; see `ProviderOptions` in `people`. Undefined: everybody signs in here. */
export type SingleSignOnConfig = ReturnType<typeof singleSignOnOf>;

const given = z.object(singleSignOnSchema);

/**
 * @param fail says what is wrong, one line a variable
 * @returns undefined where everybody signs in here
 */
export function singleSignOnOf(variables: z.infer<typeof given>, fail: (lines: string) => never) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = variables;
  if (!issuer)
    return variables.LOCAL_SIGN_IN ? undefined : fail('LOCAL_SIGN_IN: false, and no OIDC_ISSUER: nobody could sign in');
  if (!clientId || !clientSecret) return fail(missing({ OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret }));
  if (!isSafe(issuer)) return fail('OIDC_ISSUER: not https (what the provider says would not be its own words)');
  return {
    issuer,
    clientId,
    clientSecret,
    scopes: variables.OIDC_SCOPES,
    groupsClaim: variables.OIDC_GROUPS_CLAIM,
    agentGroups: variables.OIDC_AGENT_GROUPS,
    adminGroups: variables.OIDC_ADMIN_GROUPS,
    placeClaim: variables.OIDC_PLACE_CLAIM,
    trustEmail: variables.OIDC_TRUST_EMAIL,
    recheckSeconds: variables.OIDC_RECHECK_SECONDS,
  };
}

function missing(needed: Record<string, string | undefined>): string {
  const names = Object.keys(needed).filter((name) => !needed[name]);
  return names.map((name) => `${name}: missing (OIDC_ISSUER is set)`).join('\n');
}

/** Without TLS on this machine alone, to try it out. */
function isSafe(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
