import type { Request, Response } from 'express';
import { languages } from '../../domain/languages';
import { NotFound } from '../../errors';
import { paths } from '../../paths';
import { findAccount, updateProfile } from '../../people/accounts';
import { changePassword } from '../../people/change-password';
import { signInsOf } from '../../people/sign-ins';
import type { Services } from '../../services';
import { leaveSearches } from '../../sought/lapse';
import { flash } from '../flash';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { passwordForm } from '../forms/password';
import { profileForm } from '../forms/profile';
import { seeOther, showPage } from '../page';
import { type FormState, type Option, options } from '../presenters/option';
import { type SignInsView, signInsView } from '../presenters/sign-ins-view';
import { logIn } from '../session';
import { actorOf } from '../viewer';

/** View `profile/profile`. Fields: name, language (one of `languages`), place, neverSought (a checkbox); currentPassword, password. */
export interface ProfilePage {
  action: string;
  passwordAction: string;
  email: string;
  /** Locale keys. */
  roleLabels: string[];
  languages: Option[];
  form: FormState;
  /** Whether it is the password's form that came back. */
  passwordRefused: boolean;
  /** Whether they have a password here. */
  hasPassword: boolean;
  secondFactor: boolean;
  signIns: SignInsView;
}

/** What people set for themselves: name, language and place, and their password; and where they are signed in. */
export function profileController({ streams }: Pick<Services, 'streams'>) {
  const update = showingAgain(show, async (request, response) => {
    const profile = parseForm(profileForm, request.body);
    await updateProfile(signedIn(request), profile);
    if (profile.neverSought) await leaveSearches(signedIn(request).id);
    flash(request, 'flash.profileSaved');
    seeOther(response, paths.profile);
  });
  const changeTheirPassword = showingAgain(showPassword, async (request, response) => {
    const { currentPassword, password } = parseForm(passwordForm, request.body);
    // Every sign-in ends with the old password; here a new one begins.
    streams.endSignIns(await changePassword(actorOf(request).id, currentPassword, password));
    const account = await findAccount(actorOf(request).id);
    if (account) await logIn(request, account);
    flash(request, 'flash.passwordChanged');
    seeOther(response, paths.profile);
  });
  return { show: showing(show, known), update, changePassword: changeTheirPassword };
}

function known(request: Request): Record<string, unknown> {
  const { name, language, place, neverSought } = signedIn(request);
  return { name, language: language ?? '', place, neverSought: neverSought ? 'yes' : '' };
}

/** The profile as it is known, with what was wrong with the password. */
async function showPassword(request: Request, response: Response, form: FormState): Promise<void> {
  showPage(response, 'profile/profile', await profilePage(request, { ...form, values: known(request) }, true));
}

async function show(request: Request, response: Response, form: FormState): Promise<void> {
  showPage(response, 'profile/profile', await profilePage(request, form, false));
}

async function profilePage(request: Request, form: FormState, passwordRefused: boolean): Promise<ProfilePage> {
  const account = signedIn(request);
  const { email, roles } = account;
  return {
    action: paths.profile,
    passwordAction: paths.password,
    email,
    roleLabels: roles.map((role) => `common.role.${role}`),
    languages: languageOptions(form.values.language),
    form,
    passwordRefused,
    hasPassword: !account.external,
    secondFactor: account.secondFactor,
    signIns: signInsView(await signInsOf(account), account.signInId),
  };
}

function signedIn({ user }: Request): Express.User {
  if (!user) throw new NotFound();
  return user;
}

/** Besides our languages: none, which leaves it to the browser. */
function languageOptions(chosen: unknown): Option[] {
  const browsers = { value: '', label: 'profile.languageOfBrowser', selected: chosen === '' };
  return [browsers, ...options(languages, 'common.language', chosen)];
}
