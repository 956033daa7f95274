import type { Request, RequestHandler, Response } from 'express';
import { InvalidInput } from '../../errors';
import { paths } from '../../paths';
import type { Account } from '../../people/accounts';
import type { Authenticator } from '../../people/authenticator';
import type { Services } from '../../services';
import { flash } from '../flash';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { signInForm } from '../forms/sign-in';
import { localPath } from '../local-path';
import { seeOther, showPage } from '../page';
import type { FormState } from '../presenters/option';
import { logIn, logOut } from '../session';

/** View `sign-in/sign-in`. Fields: email, password, next (hidden); values never hold the password. */
export interface SignInPage {
  action: string;
  form: FormState;
}

/** Signing in and out. */
export function signInController(authenticator: Authenticator, { streams }: Pick<Services, 'streams'>) {
  const submit = async (request: Request, response: Response) => {
    const { next } = parseForm(signInForm, request.body);
    const account = await authenticate(authenticator, request, response);
    if (!account) throw new InvalidInput('signIn.wrong', { email: 'signIn.wrong' });
    await logIn(request, account);
    flash(request, 'flash.signedIn', { name: account.name });
    seeOther(response, localPath(next));
  };
  return {
    show: [unlessSignedIn, showing(show, askedFor)],
    create: showingAgain(show, submit),
    destroy: signOut(streams),
  };
}

function show(_request: Request, response: Response, form: FormState): void {
  const page: SignInPage = { action: paths.signIn, form };
  showPage(response, 'sign-in/sign-in', page);
}

function askedFor(request: Request): { next: string } {
  return { next: localPath(request.query.next) };
}

const unlessSignedIn: RequestHandler = (request, response, next) => {
  if (request.viewer.actor) seeOther(response, localPath(request.query.next));
  else next();
};

function signOut(streams: Services['streams']): RequestHandler {
  return async (request, response) => {
    streams.endSignIns(await logOut(request));
    flash(request, 'flash.signedOut');
    seeOther(response, paths.signIn);
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
