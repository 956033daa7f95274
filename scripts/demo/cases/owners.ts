import type { DemoCase } from '../demo-case';

/** Found things whose owners are sought; what would prove the owner is kept out of the words. */
export const ownerCases: readonly DemoCase[] = [
  {
    agent: 'jonas',
    pictures: ['cracked-phone'],
    openedDaysAgo: 1,
    quietDays: 0.1,
    appeal: {
      kind: 'owner',
      channel: 'x',
      words: {
        title: 'Whose phone is this? Left on a bench after the trade fair',
        story:
          'A visitor from abroad left a black smartphone with a cracked corner on the bench in front of hall 3. The battery is flat. Somebody asked about a lost phone in another language last week.\n\nWho talked to visitors there?',
        sought: [
          { label: 'Colour', value: 'black' },
          { label: 'Found', value: 'bench, hall 3' },
        ],
        place: 'Hannover, fairground',
        lostOn: '2026-11-18',
        hashtags: ['sendithome'],
        reward: 'Somebody gets their photos back',
      },
      customer: {
        name: '',
        handle: '',
        email: '',
        address: '',
        language: 'en',
        originalWords: '',
        postUrl: '',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.followedBy('tarek', 'nora', 'paul');
      await course.marks(
        'A sticker of a lighthouse under the cover, lock screen with two dogs.',
        'What is on the lock screen?',
      );
      await course.claim('nora', {
        name: 'Ana Sousa',
        contact: 'ana.sousa@visitor.example',
        words: 'A couple from Portugal asked at our stand. I still have their card.',
      });
    },
  },
  {
    agent: 'mira',
    pictures: ['silver-ring'],
    openedDaysAgo: 7,
    quietDays: 0.4,
    appeal: {
      kind: 'owner',
      channel: 'phone',
      words: {
        title: 'Silberring mit grünem Stein in der Kantine gefunden',
        story:
          'Er lag am Montag neben der Spüle im Besucherbereich. Innen steht eine Gravur, die verraten wir nicht: Wer ihn vermisst, kann sie uns nennen.',
        sought: [
          { label: 'Material', value: 'Silber' },
          { label: 'Farbe', value: 'grüner Stein' },
        ],
        place: 'Hamburg, Kantine',
        lostOn: '2026-11-09',
        hashtags: ['Fundsache'],
        reward: '',
      },
      customer: {
        name: 'Annika Soler',
        handle: '',
        email: 'annika.soler@kunde.example',
        address: 'Annika Soler\nMarktplatz 8\n99997 Probestadt',
        language: 'de',
        originalWords: 'Hat angerufen, Gravur stimmt.',
        postUrl: '',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.lead('ella', 'Am Montag war eine Besuchergruppe aus Kiel da.');
      await course.marks('Innen graviert: ein Datum im Mai.', 'Was ist innen eingraviert?');
      await course.claim('ella', {
        name: 'Annika Soler',
        contact: 'annika.soler@kunde.example',
        words: 'Sie hat am Montag in der Technik nach einem Ring gefragt.',
      });
      await course.release('jonas');
    },
  },
  {
    agent: 'jonas',
    pictures: ['leather-satchel'],
    openedDaysAgo: 30,
    quietDays: 14,
    appeal: {
      kind: 'owner',
      channel: 'community',
      words: {
        title: 'Braune Ledertasche im Schulungsraum',
        story: 'Nach dem Kundentag blieb eine braune Ledertasche mit Notizbüchern zurück.',
        sought: [{ label: 'Farbe', value: 'braun' }],
        place: 'Bonn, Schulungsraum 2',
        lostOn: '2026-10-20',
        hashtags: ['Fundsache'],
        reward: '',
      },
      customer: {
        name: 'Felix Hartung',
        handle: 'felix_h',
        email: '',
        address: '',
        language: 'de',
        originalWords: 'Ich glaube, das ist meine Tasche!',
        postUrl: 'https://community.example/t/1230',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.followedBy('paul');
      await course.marks('Im Notizbuch ein gepresstes Kleeblatt.', 'Was liegt im Notizbuch?');
      await course.claim('paul', {
        name: 'Felix Hartung',
        contact: 'felix_h',
        words: 'Er hat in der Community gefragt.',
      });
      await course.release('mira');
      await course.ship({ carrier: 'ups', trackingNumber: '1Z999AA10123456784', quantity: 1 });
      await course.arrived();
      await course.thanks('Alles noch drin, sogar der Bleistift. Vielen Dank!', true);
      await course.close('happy');
    },
  },
];
