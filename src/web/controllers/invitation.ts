import type { Request, Response } from 'express';
import { paths } from '../../paths';
import { acceptInvitation, invitedBy } from '../../people/invite';
import { flash } from '../flash';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { newPasswordForm } from '../forms/password';
import { seeOther, showPage } from '../page';
import type { FormState } from '../presenters/option';
import { logIn } from '../session';
import { param } from './params';

/** View `sign-in/invitation`. Field: password. */
export interface InvitationPage {
  action: string;
  name: string;
  email: string;
  form: FormState;
}

/** Where somebody sets their first password, or another one for the one they forgot. */
export const invitationController = {
  show: showing(show),
  accept: showingAgain(show, async (request, response) => {
    const { password } = parseForm(newPasswordForm, request.body);
    const account = await acceptInvitation(param(request, 'token'), password);
    await logIn(request, account);
    flash(request, 'flash.passwordSet', { name: account.name });
    seeOther(response, paths.board);
  }),
};

async function show(request: Request, response: Response, form: FormState): Promise<void> {
  const { name, email } = await invitedBy(param(request, 'token'));
  const page: InvitationPage = { action: request.path, name, email, form };
  showPage(response, 'sign-in/invitation', page);
}
