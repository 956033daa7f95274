import type { Browser } from 'playwright-core';
import type { Language } from '../../../src/domain/languages';
import { translator } from '../../../src/i18n/translator';
import { type Installation, installationPassword, makeInstallation } from '../../support/installation';
import { faultsIn } from '../../support/log-lines';
import { type MailServer, startMailServer } from '../../support/smtp';
import { signIn } from './acts';
import { Person } from './person';

/** Where a story is played: in one language, with or without JavaScript. */
export interface Setting {
  readonly language: Language;
  readonly javaScriptEnabled: boolean;
}

/** An installation of its own, and everybody in the story by name; those with an address are employees. */
export interface Stage<Name extends string> {
  readonly installation: Installation;
  /** Takes every mail that leaves the house. */
  readonly server: MailServer;
  readonly people: Record<Name, Person>;
}

interface Role {
  /** What they sign in with; missing for those who have no account. */
  readonly email?: string;
  readonly called?: string;
  readonly roles?: readonly string[];
  /** Whose browser asks for another language than the story is told in. */
  readonly browsesInAnother?: boolean;
}

const locales = { de: 'de-DE', en: 'en-GB' } as const;
const others = { de: 'en', en: 'de' } as const;
const phone = { width: 390, height: 844 };

/**
 * Plays a story and clears the stage, whatever happens. Agents sit at a desk, everybody else holds a phone; employees
 * are signed in.
 * @param environment on top, as a person starting the application would set it
 */
export async function onStage<Name extends string>(
  browser: Browser,
  { language, javaScriptEnabled }: Setting,
  cast: Readonly<Record<Name, Role>>,
  play: (stage: Stage<Name>) => Promise<void>,
  environment: Record<string, string> = {},
): Promise<void> {
  const server = await startMailServer();
  const installation = await makeInstallation({ SMTP_URL: server.url, ...environment });
  const roles = Object.entries(cast) as [Name, Role][];
  try {
    for (const [name, { email, called = name, roles: may = [] }] of roles)
      if (email) await installation.createUser({ name: called, email, roles: may });
    const app = await installation.start();
    const entered = roles.map(async ([name, { roles: may = [], browsesInAnother }]) => {
      const locale = locales[browsesInAnother ? others[language] : language];
      const at = { name, baseURL: installation.url, javaScriptEnabled, locale };
      return [name, await Person.at(browser, may.length > 0 ? at : { ...at, viewport: phone })] as const;
    });
    const people = Object.fromEntries(await Promise.all(entered)) as Record<Name, Person>;
    for (const [name, { email }] of roles) if (email) await arrives(people[name], language, email);
    await pictured(Object.values(people), () => play({ installation, server, people }));
    expect(faultsIn(app.errors())).toEqual([]);
  } finally {
    await installation.remove();
    await server.stop();
  }
}

async function arrives(person: Person, language: Language, email: string): Promise<void> {
  await person.opens('/');
  await signIn(person, language, { email, password: installationPassword });
  await person.isTold(translator(language)('flash.signedIn', { name: '' }).replace(/\s*!$/, ''));
}

/** Whoever looks into a failure sees what everybody saw. */
async function pictured(people: readonly Person[], play: () => Promise<void>): Promise<void> {
  try {
    await play();
  } catch (error) {
    for (const person of people) await person.picture(`failed-${person.name}.png`);
    throw new Error([error, ...people.flatMap((person) => person.troubles())].join('\n'), { cause: error });
  } finally {
    for (const person of people) await person.page.context().close();
  }
}
