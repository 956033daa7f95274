import { linkSpare } from '../../src/catalogue/link';
import type { Services } from '../../src/services';
import { type OfferedSpare, offerSpare } from '../../src/shelf/offer-spare';
import { withdrawSpare } from '../../src/shelf/withdraw-spare';
import { backdateSpare } from './backdate';
import type { DemoCatalogue, DemoGift } from './catalogue';
import { demoPhoto } from './demo-photo';
import type { DemoPeople, DemoPerson } from './people';
import type { PictureName } from './pictures';

/** A thing somebody could give away. */
interface DemoThing {
  holder: DemoPerson;
  picture: PictureName;
  gift?: DemoGift;
  offered: OfferedSpare;
  daysAgo: number;
  /** When its holder last saw it. */
  seenDaysAgo: number;
  withdrawn?: boolean;
}

/** Invented things: fresh ones, one to be asked about, one nobody has seen for long, one that is gone. */
const things = {
  penguins: {
    holder: 'ella',
    picture: 'penguin-keyring',
    gift: 'penguin',
    offered: spare(
      'Pinguine vom Adventskalender',
      4,
      'Leipzig, Technik, Halle B',
      'Waren übrig, alle noch mit Schild.',
    ),
    daysAgo: 30,
    seenDaysAgo: 12,
  },
  mugs: {
    holder: 'oskar',
    picture: 'enamel-mug',
    gift: 'mug',
    offered: spare(
      'Rote Emailletassen',
      6,
      'Kiel, Lager 2, Regal 7',
      'Ein halber Karton. Ein paar haben Macken am Rand.',
    ),
    daysAgo: 90,
    seenDaysAgo: 90,
  },
  lantern: {
    holder: 'mira',
    picture: 'storm-lantern',
    offered: spare('Sturmlaterne vom Jubiläum', 1, 'Hamburg, Fensterbank 2.14', 'Brennt noch, das Glas ist heil.'),
    daysAgo: 230,
    seenDaysAgo: 195,
  },
  badges: {
    holder: 'paul',
    picture: 'star-badge',
    gift: 'badge',
    offered: spare('Anstecksterne, gemischte Städte', 12, 'Bonn, Haus 3, Keller', ''),
    daysAgo: 420,
    seenDaysAgo: 400,
  },
  train: {
    holder: 'nora',
    picture: 'wooden-train',
    offered: spare('Holzlok ohne Anhänger', 1, 'Köln, Vertrieb, Spielecke', ''),
    daysAgo: 60,
    seenDaysAgo: 60,
    withdrawn: true,
  },
} as const satisfies Record<string, DemoThing>;

export type DemoSpare = keyof typeof things;

/** The ids of the spares by their short names. */
export type DemoShelf = Record<DemoSpare, string>;

/** Puts the things on the shelf. */
export async function createDemoShelf(
  people: DemoPeople,
  catalogue: DemoCatalogue,
  { photoStore }: Services,
): Promise<DemoShelf> {
  const shelf: [string, string][] = [];
  for (const [name, thing] of Object.entries<DemoThing>(things)) {
    const actor = people[thing.holder];
    const { id } = await offerSpare(actor, thing.offered, [await demoPhoto(thing.picture)], photoStore);
    if (thing.gift) await linkSpare(id, catalogue[thing.gift]);
    if (thing.withdrawn) await withdrawSpare({ actor, spareId: id });
    await backdateSpare(id, thing.daysAgo, thing.seenDaysAgo);
    shelf.push([name, id]);
  }
  return Object.fromEntries(shelf) as DemoShelf;
}

function spare(title: string, quantity: number, place: string, words: string): OfferedSpare {
  return { title, words, attributes: [], tags: [], condition: 'good', quantity, place, nameForCustomer: true };
}
