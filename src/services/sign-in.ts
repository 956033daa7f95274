import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Config } from '../config';
import type { Role } from '../domain/actor';
import { paths } from '../paths';
import type { Account } from '../people/accounts';
import { createSecondFactors } from '../people/second-factor';
import type { SignInWays } from '../people/sign-in-ways';
import { createSingleSignOn } from '../people/single-sign-on/single-sign-on';

/** @returns the ways to sign in that are configured; the provider is asked when the first one comes */
export function startSignIn(config: Config, logger: Logger): SignInWays {
  const { singleSignOn, localSignIn: local, baseUrl, sessionSecret: secret } = config;
  if (!singleSignOn) return { local, singleSignOn: undefined };
  const onTrouble = (reason: string) => logger.warn({ reason }, 'the identity provider could not be asked');
  const redirectUri = baseUrl + paths.singleSignOnReturn;
  return { local, singleSignOn: createSingleSignOn(singleSignOn, { secret, redirectUri, onTrouble }) };
}

/** @returns what second factors are kept with, and who needs one; whoever signs in elsewhere has it there */
export function startSecondFactors({ config, connection }: { config: Config; connection: Connection }) {
  const roles: Record<Config['requireSecondFactor'], readonly Role[]> = {
    none: [],
    admins: ['admin'],
    agents: ['agent', 'admin'],
  };
  const needing = roles[config.requireSecondFactor];
  const needsSecondFactor = (account: Account) =>
    !account.external && account.roles.some((role) => needing.includes(role));
  return {
    secondFactors: createSecondFactors(connection, config.sessionSecret, config.brandName),
    needsSecondFactor,
  };
}
