import type { DemoCase } from '../demo-case';

/** Things that were found, each at another place of its journey. */
export const travellingCases: readonly DemoCase[] = [
  {
    agent: 'mira',
    pictures: ['tin-robot'],
    openedDaysAgo: 9,
    quietDays: 2,
    appeal: {
      kind: 'item',
      channel: 'x',
      words: {
        title: 'Wind-up tin robot with a key in its side',
        story:
          'A collector’s late father carried this little robot through three house moves, until the fourth. It came with a savings account in the seventies.\n\nHe would like to give one to his own son.',
        sought: [
          { label: 'Size', value: '14 cm' },
          { label: 'Colour', value: 'teal, red feet' },
          { label: 'Year', value: '1974' },
        ],
        place: 'Frankfurt',
        lostOn: '',
        hashtags: ['tinrobot', 'seventies'],
        reward: 'A picture of the two robots’ reunion',
      },
      customer: {
        name: 'Daniel Okafor',
        handle: '@danokafor',
        email: '',
        address: '',
        language: 'en',
        originalWords: 'Does anyone still have one of those tin robots? Looking for one for my boy.',
        postUrl: 'https://x.example/danokafor/status/2',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.tell('opened', 'https://x.example/fundus/status/3');
      await course.followedBy('ines', 'nora');
      await course.offer('ines', {
        quantity: 1,
        place: 'München, Archiv',
        condition: 'good',
        words: 'One sits on my shelf and still walks. It would be happier with a child.',
        nameForCustomer: true,
        photoForCustomer: true,
      });
      await course.accept();
      await course.tell('found');
    },
  },
  {
    agent: 'jonas',
    pictures: ['raincoat'],
    openedDaysAgo: 12,
    quietDays: 1,
    appeal: {
      kind: 'item',
      channel: 'facebook',
      words: {
        title: 'Gelber Kinderregenmantel, Größe 104',
        story:
          'Zwillinge, zwei gelbe Regenmäntel, einer blieb im Zug liegen. Ohne den zweiten geht bei Regen keine von beiden vor die Tür.\n\nDie Mäntel gab es 2019 zum Tag der offenen Tür.',
        sought: [
          { label: 'Größe', value: '104' },
          { label: 'Farbe', value: 'gelb' },
        ],
        place: 'Stuttgart',
        lostOn: '2026-11-02',
        hashtags: ['Regenmantel', 'Zwillinge'],
        reward: 'Zwei Pfützenspringerinnen sagen danke',
      },
      customer: {
        name: 'Carla Nowak',
        handle: 'carla.nowak',
        email: '',
        address: '',
        language: 'de',
        originalWords: 'Ein Regenmantel von zweien ist weg, das Drama können Sie sich vorstellen.',
        postUrl: 'https://social.example/posts/5120',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.tell('opened', 'https://social.example/posts/5120#1');
      await course.followedBy('paul', 'ella', 'oskar', 'nora');
      await course.offer('oskar', {
        quantity: 1,
        place: 'Kiel, Lager 2, Restposten',
        condition: 'as_new',
        words: 'Neu, noch mit Schild.',
        nameForCustomer: false,
        photoForCustomer: false,
      });
      await course.accept();
      await course.handOver('oskar', { way: 'in_house_post', carrier: null, trackingNumber: '' });
      await course.tell('travelling', 'https://social.example/posts/5120#2');
      await course.reply('Das ist ja großartig! Die Mädchen sitzen schon am Fenster.');
    },
  },
  {
    agent: 'jonas',
    pictures: ['snow-globe'],
    openedDaysAgo: 16,
    quietDays: 0.3,
    appeal: {
      kind: 'item',
      channel: 'email',
      words: {
        title: 'Schneekugel mit Leuchtturm',
        story:
          'Sie stand auf dem Nachttisch ihrer Großmutter und zerbrach beim Umzug. Die Kugel gab es 2003 in unserem Laden am Hafen, nur einen Winter lang.',
        sought: [
          { label: 'Motiv', value: 'rot-weißer Leuchtturm' },
          { label: 'Jahr', value: '2003' },
        ],
        place: 'Kiel',
        lostOn: '2026-09-20',
        hashtags: ['Schneekugel', 'Leuchtturm'],
        reward: 'Schnee zum Selberschütteln',
      },
      customer: {
        name: 'Lena Brückner',
        handle: '',
        email: 'lena.brueckner@kunde.example',
        address: 'Lena Brückner\nLindenweg 3\n99998 Beispielhausen',
        language: 'de',
        originalWords: 'Die Schneekugel meiner Oma ist zerbrochen. Sie war von Ihnen. Ich suche genau die.',
        postUrl: '',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.tell('opened');
      await course.followedBy('ella');
      await course.offer('ella', {
        quantity: 3,
        place: 'Leipzig, Keller',
        condition: 'good',
        words: 'Drei Stück aus dem alten Schaufenster, alle heil.',
        nameForCustomer: true,
        photoForCustomer: true,
      });
      await course.accept();
      await course.tell('found');
      await course.handOver('ella', { way: 'in_person', carrier: null, trackingNumber: '' });
      await course.receive();
    },
  },
  {
    agent: 'mira',
    pictures: ['wooden-train'],
    openedDaysAgo: 20,
    quietDays: 1.5,
    appeal: {
      kind: 'item',
      channel: 'email',
      words: {
        title: 'Wooden locomotive with a blue wagon',
        story:
          'The wagon is still there, the locomotive fell overboard on a ferry. It was part of the play corner set we gave to day-care centres.',
        sought: [
          { label: 'Colour', value: 'red engine, blue wagon' },
          { label: 'Maker', value: 'workshop in the Ore Mountains' },
        ],
        place: 'Rostock',
        lostOn: '2026-10-11',
        hashtags: ['wooden_toys'],
        reward: 'One very loud “choo-choo”',
      },
      customer: {
        name: 'Ruth Alvarez',
        handle: '',
        email: 'ruth.alvarez@customer.example',
        address: 'Ruth Alvarez\n7 Harbour Street\nSampletown',
        language: 'en',
        originalWords: 'Our train lost its engine to the Baltic Sea. Any chance of a replacement?',
        postUrl: '',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.tell('opened');
      await course.followedBy('paul', 'ines', 'tarek');
      await course.offer('tarek', {
        quantity: 1,
        place: 'Berlin, Werkstatt Süd',
        condition: 'worn',
        words: 'A bit scratched, but it rolls.',
        nameForCustomer: true,
        photoForCustomer: true,
      });
      await course.accept();
      await course.handOver('tarek', { way: 'in_house_post', carrier: null, trackingNumber: '' });
      await course.receive();
      await course.ship({ carrier: 'dpd', trackingNumber: '09981122334455', quantity: 1 });
      await course.tell('shipped');
    },
  },
  {
    agent: 'mira',
    pictures: ['penguin-keyring'],
    gift: 'penguin',
    openedDaysAgo: 24,
    quietDays: 0.6,
    appeal: {
      kind: 'item',
      channel: 'x',
      words: {
        title: 'Pinguin-Schlüsselanhänger mit rosa Schal',
        story: 'Seit zehn Jahren am Schlüsselbund, jetzt ist nur noch der Ring da. Es war ein Adventsgeschenk von uns.',
        sought: [
          { label: 'Größe', value: '6 cm' },
          { label: 'Farbe', value: 'schwarz-weiß, Schal rosa' },
        ],
        place: 'Mainz',
        lostOn: '2026-10-25',
        hashtags: ['Pinguin'],
        reward: 'Ein Foto vom neuen Bewohner am Bund',
      },
      customer: {
        name: 'Timo R.',
        handle: '@timo_am_rhein',
        email: '',
        address: '',
        language: 'de',
        originalWords: 'Mein Pinguin ist weg. Hat wer noch einen?',
        postUrl: 'https://x.example/timo_am_rhein/status/9',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.tell('opened', 'https://x.example/fundus/status/10');
      await course.followedBy('nora');
      await course.offer('nora', {
        quantity: 1,
        place: 'Köln, am eigenen Schlüsselbund',
        condition: 'good',
        words: 'Meiner zieht gern um.',
        nameForCustomer: true,
        photoForCustomer: true,
      });
      await course.accept();
      await course.handOver('nora', { way: 'parcel', carrier: 'hermes', trackingNumber: 'H1000730000000000' });
      await course.receive();
      await course.ship({ carrier: 'hermes', trackingNumber: 'H1000730000000001', quantity: 1 });
      await course.tell('shipped', 'https://x.example/fundus/status/11');
      await course.arrived();
    },
  },
];
