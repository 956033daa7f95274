import { createEntry } from '../../src/catalogue/create-entry';
import type { EntryWords } from '../../src/domain/catalogue-entry';
import type { Services } from '../../src/services';
import { demoPhoto } from './demo-photo';
import type { PictureName } from './pictures';

/** Invented promo gifts of which many were made, with the pictures to compare with. */
const gifts = {
  donkey: gift(['two-donkeys', 'plush-donkey'], {
    name: 'Plüschesel mit Kapuzenshirt',
    year: '2008/2009',
    campaign: 'Familienmesse',
    words: 'Gab es für jedes Kind am Stand, grau, das Shirt in Rosa. Der Aufnäher sitzt auf dem Rücken.',
    attributes: [
      { label: 'Größe', value: '20 cm' },
      { label: 'Farbe', value: 'grau, Shirt rosa' },
    ],
    tags: ['Plüschesel', 'Kinder'],
  }),
  mug: gift(['enamel-mug'], {
    name: 'Emailletasse mit weißen Punkten',
    year: '2012',
    campaign: 'Tag der offenen Tür',
    words: 'In Rot und in Blau. Der Rand ist bei fast allen ein wenig angeschlagen.',
    attributes: [{ label: 'Farbe', value: 'rot oder blau, weiße Punkte' }],
    tags: ['Tasse'],
  }),
  penguin: gift(['penguin-keyring'], {
    name: 'Pinguin-Schlüsselanhänger',
    year: '2014',
    campaign: 'Adventskalender, Türchen 6',
    words: 'Aus Plüsch, mit rosa Schal.',
    attributes: [
      { label: 'Größe', value: '6 cm' },
      { label: 'Farbe', value: 'dunkelblau, Schal rosa' },
    ],
    tags: ['Pinguin', 'Advent'],
  }),
  badge: gift(['star-badge'], {
    name: 'Ansteckstern',
    year: '2016',
    campaign: 'Sommertour',
    words: 'Aus Blech, mit Nadel. Jede Stadt hatte ihre eigene Farbe.',
    attributes: [],
    tags: ['Sommertour'],
  }),
} as const;

export type DemoGift = keyof typeof gifts;

/** The ids of the catalogue's entries by their short names. */
export type DemoCatalogue = Record<DemoGift, string>;

/** Fills the catalogue. */
export async function createDemoCatalogue({ photoStore }: Services): Promise<DemoCatalogue> {
  const entries: [string, string][] = [];
  for (const [name, { pictures, words }] of Object.entries(gifts)) {
    const { id } = await createEntry(words, await Promise.all(pictures.map(demoPhoto)), photoStore);
    entries.push([name, id]);
  }
  return Object.fromEntries(entries) as DemoCatalogue;
}

function gift(pictures: readonly PictureName[], words: EntryWords) {
  return { pictures, words };
}
