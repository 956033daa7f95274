import type { Request, RequestHandler, Response } from 'express';
import { translator } from '../../i18n/translator';
import { paths } from '../../paths';
import { namesOf } from '../../people/accounts';
import { allApiTokens, apiTokensOf } from '../../people/find-api-tokens';
import { revokeApiToken } from '../../people/revoke-api-token';
import type { Services } from '../../services';
import { flash } from '../flash';
import { apiTokenForm, tokenDays } from '../forms/api-token';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { bareForm } from '../forms/version';
import { keepNewToken, takeNewToken } from '../new-token';
import { seeOther, showPage } from '../page';
import { allTokensPage, apiTokensPage } from '../presenters/api-tokens-page';
import type { FormState } from '../presenters/option';
import { actorOf } from '../viewer';
import { param } from './params';

/** Tokens by which programs act for an account: one's own, and for admins everybody's. */
export function apiTokensController({ apiTokens }: Pick<Services, 'apiTokens'>) {
  async function show(request: Request, response: Response, form: FormState): Promise<void> {
    const actor = actorOf(request);
    const nonce = takeNewToken(request);
    const secret = nonce === undefined ? null : apiTokens.secretOf(nonce);
    const heading = translator(request.viewer.language)('token.title');
    const tokens = await apiTokensOf(actor);
    showPage(response, 'profile/tokens', apiTokensPage(actor, tokens, secret, { heading, days: tokenDays, form }));
  }

  const make = showingAgain(show, async (request, response) => {
    keepNewToken(request, await apiTokens.make(actorOf(request), parseForm(apiTokenForm, request.body)));
    flash(request, 'flash.tokenMade');
    seeOther(response, paths.apiTokens);
  });

  return { show: showing(show), make, end: ending(paths.apiTokens), showAll, endAny: ending(paths.allApiTokens) };
}

const showAll: RequestHandler = async (request, response) => {
  const tokens = await allApiTokens();
  const names = await namesOf(tokens.map(({ account }) => account));
  const heading = translator(request.viewer.language)('token.allTitle');
  showPage(response, 'admin/tokens', allTokensPage(tokens, names, heading));
};

function ending(next: typeof paths.apiTokens | typeof paths.allApiTokens): RequestHandler {
  return async (request, response) => {
    parseForm(bareForm, request.body);
    await revokeApiToken(actorOf(request), param(request, 'tokenId'));
    flash(request, 'flash.tokenRevoked');
    seeOther(response, next);
  };
}
