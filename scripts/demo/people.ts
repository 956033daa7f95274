import type { Role } from '../../src/domain/actor';
import { type Account, createAccount } from '../../src/people/accounts';

/** One password for all: it opens invented data only. */
const password = 'fundus-demo';

/** Invented colleagues; the first four are offered for trying out. */
const people = {
  mira: person('Mira Anders', 'mira@fundus.example', ['agent', 'admin'], 'Hamburg, Service-Team, Raum 2.14'),
  jonas: person('Jonas Keller', 'jonas@fundus.example', ['agent'], 'Hamburg, Service-Team, Raum 2.15'),
  paul: person('Paul Lindner', 'paul@fundus.example', [], 'Bonn, Haus 3, Raum 0.08'),
  ella: person('Ella Winter', 'ella@fundus.example', [], 'Leipzig, Technik, Halle B'),
  nora: person('Nora Brandt', 'nora@fundus.example', [], 'Köln, Vertrieb, 4. Stock'),
  tarek: person('Tarek Haddad', 'tarek@fundus.example', [], 'Berlin, Werkstatt Süd'),
  ines: person('Ines Moreau', 'ines@fundus.example', [], 'München, Archiv'),
  oskar: person('Oskar Lund', 'oskar@fundus.example', [], 'Kiel, Lager 2'),
} as const;

export type DemoPerson = keyof typeof people;

/** The demo accounts by their short names. */
export type DemoPeople = Record<DemoPerson, Account>;

/** The accounts whose logins are printed at the start. */
export const demoLogins = [people.mira, people.jonas, people.paul, people.ella] as const;

/** Creates the demo accounts. */
export async function createDemoPeople(): Promise<DemoPeople> {
  const accounts: [string, Account][] = [];
  for (const [name, given] of Object.entries(people)) accounts.push([name, await createAccount(given)]);
  return Object.fromEntries(accounts) as DemoPeople;
}

function person(name: string, email: string, roles: Role[], place: string) {
  return { name, email, roles, place, password };
}
