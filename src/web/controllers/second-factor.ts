import type { Request, RequestHandler, Response } from 'express';
import { NotFound } from '../../errors';
import { paths } from '../../paths';
import { endSignIns } from '../../people/sign-ins';
import type { Services } from '../../services';
import { flash } from '../flash';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { codeForm, confirmPasswordForm } from '../forms/password';
import { seeOther, showPage } from '../page';
import type { FormState } from '../presenters/option';
import { type QrView, qrView } from '../presenters/print/qr';
import { signInOf } from '../session';

/** View `profile/second-factor`. Fields: password, or code. */
export interface SecondFactorPage {
  beginAction: string;
  confirmAction: string;
  endAction: string;
  /** Whether codes are asked for. */
  inUse: boolean;
  codesLeft: number;
  /** Whether the house asks for it. */
  needed: boolean;
  offered: { qr: QrView; secret: string; codes: readonly string[] } | null;
  form: FormState;
}

/** The codes of a telephone, which somebody sets up and removes for themselves. */
export function secondFactorController(services: Services) {
  async function show(request: Request, response: Response, form: FormState): Promise<void> {
    const { secondFactors, needsSecondFactor } = services;
    const account = localOf(request);
    const offered = account.secondFactor ? undefined : await secondFactors.offered(account);
    const page: SecondFactorPage = {
      beginAction: paths.secondFactor,
      confirmAction: paths.secondFactorConfirmation,
      endAction: paths.secondFactorEnd,
      inUse: account.secondFactor,
      codesLeft: account.secondFactor ? await secondFactors.codesLeft(account.id) : 0,
      needed: needsSecondFactor(account),
      offered: offered ? { qr: qrView(offered.uri), secret: spaced(offered.secret), codes: offered.codes } : null,
      form,
    };
    showPage(response, 'profile/second-factor', page);
  }

  const begin = showingAgain(show, async (request, response) => {
    const { password } = parseForm(confirmPasswordForm, request.body);
    await services.secondFactors.offer(localOf(request).id, password);
    seeOther(response, paths.secondFactor);
  });

  const confirm = showingAgain(show, async (request, response) => {
    const { code } = parseForm(codeForm, request.body);
    const account = localOf(request);
    if (await services.secondFactors.confirm(account, code)) {
      // Whoever is in elsewhere came in with the password alone.
      services.streams.endSignIns(await endSignIns(account, signInOf(request)));
      flash(request, 'flash.secondFactorOn');
    }
    seeOther(response, paths.secondFactor);
  });

  const end = showingAgain(show, async (request, response) => {
    const { password } = parseForm(confirmPasswordForm, request.body);
    await services.secondFactors.remove(localOf(request).id, password);
    flash(request, 'flash.secondFactorOff');
    seeOther(response, paths.secondFactor);
  });

  return { show: showing(show) satisfies RequestHandler, begin, confirm, end };
}

/** @throws NotFound for whoever signs in elsewhere: what they need for that is asked for there */
function localOf({ user }: Request): Express.User {
  if (!user || user.external) throw new NotFound();
  return user;
}

function spaced(secret: string): string {
  return secret.replace(/(.{4})(?!$)/g, '$1 ');
}
