import type { Language } from '../../../src/domain/languages';
import { translator } from '../../../src/i18n/translator';
import { paths } from '../../../src/paths';
import type { Person } from './person';

/** Signs in by the form of the page somebody is on. */
export async function signIn(
  person: Person,
  language: Language,
  login: { email: string; password: string },
): Promise<void> {
  const t = translator(language);
  await person.fills(t('field.email'), login.email);
  await person.fills(t('field.password'), login.password);
  await person.presses(t('signIn.submit'));
}

/** Comes back refused. */
export async function signInWrongly(person: Person, language: Language): Promise<void> {
  await signIn(person, language, { email: 'nobody@fundus.example', password: 'wrong' });
  await refusal(person);
}

/** Sends more than a form of text may hold. */
export async function signInWithAnEpic(person: Person, language: Language): Promise<void> {
  await signIn(person, language, { email: `${'a'.repeat(300_000)}@fundus.example`, password: 'wrong' });
  await errorPage(person);
}

/** Tries until there were too many attempts, each in a form opened anew: what is typed into a page about to be replaced is lost. */
export async function guessPasswords(person: Person, language: Language): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    await person.page.goto(paths.signIn);
    await signIn(person, language, { email: `guessed-${language}@fundus.example`, password: `guess ${attempt}` });
    await person.page.locator('.error-summary, .error-page').waitFor();
  }
  await errorPage(person);
}

export async function publishWithoutStory(person: Person, language: Language): Promise<void> {
  const t = translator(language);
  await person.fills(t('form.headline'), 'Plüschesel');
  await person.presses(t('form.publish'));
  await refusal(person);
}

export async function offerNothing(person: Person, language: Language): Promise<void> {
  const t = translator(language);
  await person.fills(t('spare.form.name'), 'Plüschesel');
  await person.fills(t('find.offer.place'), 'Bonn');
  await person.page.locator('#tags').fill('#grau!');
  await person.presses(t('spare.form.send'));
  await refusal(person);
}

async function refusal({ page }: Person): Promise<void> {
  await page.locator('.error-summary').waitFor();
}

async function errorPage({ page }: Person): Promise<void> {
  await page.locator('.error-page').waitFor();
}
