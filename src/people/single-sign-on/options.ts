/** What is known of the provider and of us there; see the settings `OIDC_…`. */
export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  readonly groupsClaim: string;
  /** Who is in one of these is an agent, or an admin; where both are empty, roles are given here. */
  readonly agentGroups: readonly string[];
  readonly adminGroups: readonly string[];
  /** What says where somebody sits; undefined: nothing does. */
  readonly placeClaim: string | undefined;
  /** Whether every address the provider names is taken for verified. */
  readonly trustEmail: boolean;
  /** How old the provider's word may be that somebody may still come in. */
  readonly recheckSeconds: number;
}
