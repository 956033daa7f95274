import type { Request, RequestHandler, Response } from 'express';
import { link, paths } from '../../paths';
import { changeRoles, deactivate, reactivate } from '../../people/change-account';
import { accountFor, accountsPage } from '../../people/find-accounts';
import { openAccount } from '../../people/invite';
import { forgetSecondFactor } from '../../people/second-factor';
import type { Services } from '../../services';
import { flash } from '../flash';
import { accountForm, accountsQuery, buttonForm, rolesForm } from '../forms/account';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { seeOther, showPage } from '../page';
import { accountPage } from '../presenters/account-page';
import { accountsListPage } from '../presenters/accounts-page';
import type { FormState } from '../presenters/option';
import { recordAction } from '../recording';
import { sendInvitation } from '../send-invitation';
import { actorOf } from '../viewer';
import { param } from './params';

/** The accounts of the house, for admins. */
export function accountsController(services: Services) {
  async function list(request: Request, response: Response, form: FormState): Promise<void> {
    const query = accountsQuery.parse(request.query);
    const found = await accountsPage(query.q, query.after);
    showPage(response, 'admin/accounts', accountsListPage(found, query, services.signInWays.local, form));
  }

  async function show(request: Request, response: Response, form: FormState): Promise<void> {
    const account = await accountFor(param(request, 'accountId'));
    showPage(response, 'admin/account', accountPage(account, actorOf(request), services.signInWays.local, form));
  }

  return {
    list: showing(list),
    open: showingAgain(list, async (request, response) => {
      const account = await openAccount(parseForm(accountForm, request.body));
      await recordAction(services.audit, request, 'account_opened', account.id, { detail: account.roles.join(',') });
      await sendInvitation(request, account, services);
      seeOther(response, link(paths.account, { accountId: account.id }));
    }),
    show: showing(show),
    changeRoles: showingAgain(show, async (request, response) => {
      const { roles } = parseForm(rolesForm, request.body);
      const { id } = await accountFor(param(request, 'accountId'));
      await recordAction(services.audit, request, 'roles_changed', id, { detail: roles.join(',') });
      await changeRoles(id, roles);
      back(request, response, 'flash.rolesSaved');
    }),
    invite: (async (request, response) => {
      parseForm(buttonForm, request.body);
      const account = await accountFor(param(request, 'accountId'));
      await recordAction(services.audit, request, 'account_invited', account.id);
      await sendInvitation(request, account, services);
      seeOther(response, link(paths.account, { accountId: param(request, 'accountId') }));
    }) satisfies RequestHandler,
    deactivate: showingAgain(show, async (request, response) => {
      parseForm(buttonForm, request.body);
      const { id } = await accountFor(param(request, 'accountId'));
      await recordAction(services.audit, request, 'account_deactivated', id);
      services.streams.endSignIns(await deactivate(id));
      back(request, response, 'flash.accountDeactivated');
    }),
    forgetSecondFactor: (async (request, response) => {
      parseForm(buttonForm, request.body);
      await forgetSecondFactor(param(request, 'accountId'));
      back(request, response, 'flash.secondFactorForgotten');
    }) satisfies RequestHandler,
    reactivate: (async (request, response) => {
      parseForm(buttonForm, request.body);
      const { id } = await accountFor(param(request, 'accountId'));
      await recordAction(services.audit, request, 'account_reactivated', id);
      await reactivate(id);
      back(request, response, 'flash.accountReactivated');
    }) satisfies RequestHandler,
  };
}

function back(request: Request, response: Response, sentence: string): void {
  flash(request, sentence);
  seeOther(response, link(paths.account, { accountId: param(request, 'accountId') }));
}
