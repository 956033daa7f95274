import type { Request, Response } from 'express';
import { paths } from '../../paths';
import { type Account, findAccount } from '../../people/accounts';
import type { Services } from '../../services';
import { flash } from '../flash';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { codeForm } from '../forms/password';
import { localPath } from '../local-path';
import { seeOther, showPage } from '../page';
import type { FormState } from '../presenters/option';
import { createSealedCookie } from '../sealed-cookie';
import { logIn } from '../session';

/** View `sign-in/code`. Field: code. */
export interface SignInCodePage {
  action: string;
  form: FormState;
}

/** Who gave the right password, and where they wanted to go. */
interface HalfIn {
  readonly accountId: string;
  readonly next: string;
}

/** The second step of signing in, for whoever has set it up. */
export function signInCode(services: Services) {
  const cookie = () => createSealedCookie<HalfIn>({ ...cookieGiven, ...secretsOf(services) });

  /** Leads on to the second step. */
  async function ask(response: Response, { id: accountId }: Account, next: string): Promise<void> {
    await cookie().keep(response, { accountId, next });
    seeOther(response, paths.signInCode);
  }

  async function show(request: Request, response: Response, form: FormState): Promise<void> {
    if (!(await cookie().read(request))) return seeOther(response, paths.signIn);
    const page: SignInCodePage = { action: paths.signInCode, form };
    showPage(response, 'sign-in/code', page);
  }

  async function submit(request: Request, response: Response): Promise<void> {
    const { code } = parseForm(codeForm, request.body);
    const halfIn = await cookie().read(request);
    const account = halfIn && (await findAccount(halfIn.accountId));
    if (!account?.active || account.external) return seeOther(response, paths.signIn);
    await services.secondFactors.check(account.id, code);
    cookie().clear(response);
    await logIn(request, account);
    flash(request, 'flash.signedIn', { name: account.name });
    seeOther(response, localPath(halfIn?.next));
  }

  return { ask, show: showing(show), create: showingAgain(show, submit) };
}

const cookieGiven = { name: 'fundus-code', seconds: 5 * 60 };

function secretsOf({ config: { sessionSecret: secret, production } }: Services) {
  return { secret, production };
}
