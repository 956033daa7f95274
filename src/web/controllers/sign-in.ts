import type { Request, RequestHandler, Response } from 'express';
import { InvalidInput } from '../../errors';
import type { Account } from '../../people/accounts';
import type { Authenticator } from '../../people/authenticator';
import type { Services } from '../../services';
import { farewell } from '../farewell';
import { flash } from '../flash';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { signInForm } from '../forms/sign-in';
import { localPath } from '../local-path';
import { seeOther, showPage } from '../page';
import type { FormState } from '../presenters/option';
import { signInPage } from '../presenters/sign-in-page';
import { logIn, logOut } from '../session';
import { withPasswords } from '../sign-in-guards';

/** Leads whoever gave the right password on to the second step. */
type AskForCode = (response: Response, account: Account, next: string) => Promise<void>;

/** Signing in and out. */
export function signInController(authenticator: Authenticator, services: Services, askForCode: AskForCode) {
  const show = (_request: Request, response: Response, form: FormState) =>
    showPage(response, 'sign-in/sign-in', signInPage(form, services.signInWays));
  const submit = async (request: Request, response: Response) => {
    const { next } = parseForm(signInForm, request.body);
    const account = await authenticate(authenticator, request, response);
    if (!account) throw new InvalidInput('signIn.wrong', { email: 'signIn.wrong' });
    if (account.secondFactor) return askForCode(response, account, localPath(next));
    await logIn(request, account);
    flash(request, 'flash.signedIn', { name: account.name });
    seeOther(response, localPath(next));
  };
  return {
    show: [unlessSignedIn, showing(show, askedFor)],
    create: [withPasswords(services), showingAgain(show, submit)],
    destroy: signOut(services),
  };
}

function askedFor(request: Request): { next: string } {
  return { next: localPath(request.query.next) };
}

const unlessSignedIn: RequestHandler = (request, response, next) => {
  if (request.viewer.actor) seeOther(response, localPath(request.query.next));
  else next();
};

function signOut(services: Services): RequestHandler {
  return async (request, response) => {
    const leave = await farewell(request, services);
    services.streams.endSignIns(await logOut(request));
    flash(request, 'flash.signedOut');
    leave(response);
  };
}

/** @returns the account, or undefined when e-mail address and password do not belong together */
function authenticate(
  authenticator: Authenticator,
  request: Request,
  response: Response,
): Promise<Account | undefined> {
  return new Promise((resolve, reject) => {
    const decide = (error: unknown, account?: Account | false | null) =>
      error ? reject(error) : resolve(account || undefined);
    authenticator.authenticate('local', decide)(request, response, reject);
  });
}
