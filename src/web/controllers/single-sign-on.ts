import type { Request, RequestHandler, Response } from 'express';
import { AppError, BadRequest, NotFound } from '../../errors';
import type { SingleSignOn } from '../../people/single-sign-on/single-sign-on';
import type { Services } from '../../services';
import { flash } from '../flash';
import { refusedForm } from '../forms/form-state';
import { logoutForm } from '../forms/sign-in';
import { localPath } from '../local-path';
import { seeOther, showPage } from '../page';
import { signInPage } from '../presenters/sign-in-page';
import { logIn } from '../session';
import { createSignInCookie } from '../sign-in-cookie';

/** Signing in with an account somebody has elsewhere in the house, and signing out there. */
export function singleSignOnController(services: Services) {
  return { begin: begin(services), finish: finish(services), endByProvider: endByProvider(services) };
}

/** Sends somebody to the provider. It changes nothing here: their browser keeps what it asked. */
function begin(services: Services): RequestHandler {
  return refusedKindly(services, async (request, response, { next }) => {
    const { url, asked } = await wayOf(services).ask();
    await cookieOf(services).add(request, response, { ...asked, next });
    response.redirect(302, url.href);
  });
}

/** Takes somebody in who comes back from the provider. */
function finish(services: Services): RequestHandler {
  return refusedKindly(services, async (request, response, wanted) => {
    const underway = await cookieOf(services).take(request, response, request.query.state);
    if (!underway) throw new BadRequest('signIn.sso.failed');
    wanted.next = underway.next;
    const current = new URL(services.config.baseUrl + request.originalUrl);
    const { account, provided } = await wayOf(services).receive(current, underway);
    await logIn(request, account, provided);
    flash(request, 'flash.signedIn', { name: account.name });
    seeOther(response, underway.next);
  });
}

/** The provider itself says that somebody has signed out there. */
function endByProvider(services: Services): RequestHandler {
  return async (request, response) => {
    const form = logoutForm.safeParse(request.body);
    try {
      if (!form.success) throw new BadRequest('error.badRequest');
      services.streams.endSignIns(await wayOf(services).endByProvider(form.data.logout_token));
      response.status(200).end();
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      response.status(400).json({ error: 'invalid_request' });
    }
  };
}

/** Whoever cannot come in sees why, on the page where they may try again. */
function refusedKindly(
  services: Services,
  go: (request: Request, response: Response, wanted: { next: string }) => Promise<void>,
): RequestHandler {
  return async (request, response) => {
    const wanted = { next: localPath(request.query.next) };
    try {
      await go(request, response, wanted);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      response.status(error.status);
      const { errors, errorOf } = refusedForm(error, request);
      const form = { values: wanted, errors, errorOf };
      showPage(response, 'sign-in/sign-in', signInPage(form, services.signInWays));
    }
  };
}

function wayOf({ signInWays: { singleSignOn } }: Services): SingleSignOn {
  if (!singleSignOn) throw new NotFound();
  return singleSignOn;
}

function cookieOf({ config: { sessionSecret: secret, production } }: Services) {
  return createSignInCookie({ secret, production });
}
