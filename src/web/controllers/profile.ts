import type { Request, Response } from 'express';
import { languages } from '../../domain/languages';
import { NotFound } from '../../errors';
import { paths } from '../../paths';
import { findAccount, updateProfile } from '../../people/accounts';
import { changePassword } from '../../people/change-password';
import { leaveSearches } from '../../sought/lapse';
import { flash } from '../flash';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { passwordForm } from '../forms/password';
import { profileForm } from '../forms/profile';
import { seeOther, showPage } from '../page';
import { type FormState, type Option, options } from '../presenters/option';
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
}

/** What people set for themselves: name, language and place, and their password. */
export const profileController = {
  show: showing(show, known),
  update: showingAgain(show, async (request, response) => {
    const profile = parseForm(profileForm, request.body);
    await updateProfile(signedIn(request), profile);
    if (profile.neverSought) await leaveSearches(signedIn(request).id);
    flash(request, 'flash.profileSaved');
    seeOther(response, paths.profile);
  }),
  changePassword: showingAgain(showPassword, async (request, response) => {
    const { currentPassword, password } = parseForm(passwordForm, request.body);
    await changePassword(actorOf(request).id, currentPassword, password);
    // Every other session ends with the old password; this one goes on.
    const account = await findAccount(actorOf(request).id);
    if (account) await logIn(request, account);
    flash(request, 'flash.passwordChanged');
    seeOther(response, paths.profile);
  }),
};

function known(request: Request): Record<string, unknown> {
  const { name, language, place, neverSought } = signedIn(request);
  return { name, language: language ?? '', place, neverSought: neverSought ? 'yes' : '' };
}

/** The profile as it is known, with what was wrong with the password. */
function showPassword(request: Request, response: Response, form: FormState): void {
  showPage(response, 'profile/profile', profilePage(request, { ...form, values: known(request) }, true));
}

function show(request: Request, response: Response, form: FormState): void {
  showPage(response, 'profile/profile', profilePage(request, form, false));
}

function profilePage(request: Request, form: FormState, passwordRefused: boolean): ProfilePage {
  const { email, roles } = signedIn(request);
  return {
    action: paths.profile,
    passwordAction: paths.password,
    email,
    roleLabels: roles.map((role) => `common.role.${role}`),
    languages: languageOptions(form.values.language),
    form,
    passwordRefused,
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
