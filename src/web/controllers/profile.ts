import type { Request, Response } from 'express';
import { languages } from '../../domain/languages';
import { NotFound } from '../../errors';
import { paths } from '../../paths';
import { updateProfile } from '../../people/accounts';
import { flash } from '../flash';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { profileForm } from '../forms/profile';
import { seeOther, showPage } from '../page';
import { type FormState, type Option, options } from '../presenters/option';
import { actorOf } from '../viewer';

/** View `profile/profile`. Fields: language (one of `languages`), place. */
export interface ProfilePage {
  action: string;
  name: string;
  email: string;
  /** Locale keys. */
  roleLabels: string[];
  languages: Option[];
  form: FormState;
}

/** What people set for themselves: language and place. */
export const profileController = {
  show: showing(show, (request) => ({ language: request.user?.language ?? '', place: request.user?.place ?? '' })),
  update: showingAgain(show, async (request, response) => {
    await updateProfile(actorOf(request).id, parseForm(profileForm, request.body));
    flash(request, 'flash.profileSaved');
    seeOther(response, paths.profile);
  }),
};

function show(request: Request, response: Response, form: FormState): void {
  const { user } = request;
  if (!user) throw new NotFound();
  const page: ProfilePage = {
    action: paths.profile,
    name: user.name,
    email: user.email,
    roleLabels: user.roles.map((role) => `common.role.${role}`),
    languages: languageOptions(form.values.language),
    form,
  };
  showPage(response, 'profile/profile', page);
}

/** Besides our languages: none, which leaves it to the browser. */
function languageOptions(chosen: unknown): Option[] {
  const browsers = { value: '', label: 'profile.languageOfBrowser', selected: chosen === '' };
  return [browsers, ...options(languages, 'common.language', chosen)];
}
