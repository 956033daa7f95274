import type { DemoCase } from '../demo-case';

/** Things people search for: still searching, found in the end, or never. */
export const itemCases: readonly DemoCase[] = [
  {
    agent: 'mira',
    pictures: ['plush-donkey'],
    gift: 'donkey',
    openedDaysAgo: 41,
    quietDays: 12,
    appeal: {
      kind: 'item',
      channel: 'facebook',
      words: {
        title: 'Plüschesel mit rosa Kapuzenshirt',
        story:
          'Ein kleines Mädchen hat auf der Reise ihren liebsten Begleiter verloren: einen grauen Plüschesel im rosa Kapuzenshirt. Es war einmal ein Werbegeschenk von uns, zu kaufen gibt es ihn nirgends.\n\nSeit drei Wochen schläft sie schlecht. Wer von euch hat damals einen mitgenommen und könnte sich von ihm trennen?',
        sought: [
          { label: 'Größe', value: 'etwa 20 cm' },
          { label: 'Farbe', value: 'grau, Shirt rosa' },
          { label: 'Jahr', value: 'Werbegeschenk 2008/2009' },
        ],
        place: 'Hamburg',
        lostOn: '2014-12-28',
        hashtags: ['Plüschesel', 'Kinderaugen'],
        reward: 'Große, glückliche Kinderaugen',
      },
      customer: {
        name: 'Sabine Feldkamp',
        handle: 'sabine.feldkamp.77',
        email: '',
        address: 'Sabine Feldkamp\nAm Deich 12\n99999 Musterstadt',
        language: 'de',
        originalWords:
          'Hallo, meine Tochter hat auf der Heimreise ihren Esel verloren, sie weint jeden Abend. Den gab es mal bei Ihnen geschenkt. Haben Sie vielleicht noch einen?',
        postUrl: 'https://social.example/posts/4711',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.tell('opened', 'https://social.example/posts/4711#1');
      await course.followedBy('paul', 'ella', 'nora', 'tarek', 'ines', 'oskar');
      await course.looked('ella', 'Technik, Halle B');
      await course.looked('oskar', 'Lager 2, alle Kisten von damals');
      await course.lead('tarek', 'Die Esel gab es auf der Messe in Hannover. Fragt mal beim Messebau nach.');
      await course.offer(
        'nora',
        {
          quantity: 2,
          place: 'Köln, mein Büroschrank',
          condition: 'as_new',
          words: 'Ich habe sogar zwei! Sie warten seit Jahren auf jemanden, der sie lieb hat.',
          nameForCustomer: true,
          photoForCustomer: true,
        },
        'two-donkeys',
      );
      await course.accept();
      await course.tell('found', 'https://social.example/posts/4711#2');
      await course.handOver('nora', { way: 'parcel', carrier: 'dhl', trackingNumber: '00340434161094000000' });
      await course.receive();
      await course.ship({ carrier: 'dhl', trackingNumber: '00340434161094000017', quantity: 1 });
      await course.tell('shipped', 'https://social.example/posts/4711#3');
      await course.arrived();
      await course.thanks(
        'Er ist da! Sie hat ihn gar nicht mehr losgelassen und heißt ihn jetzt "den Weitgereisten". Danke an alle, die gesucht haben. Sie haben ein kleines Herz wieder ganz gemacht.',
        true,
      );
      await course.close('happy');
      await course.shelve('Hamburg, Schreibtisch 2.14');
    },
  },
  {
    agent: 'jonas',
    pictures: ['enamel-mug'],
    gift: 'mug',
    openedDaysAgo: 2,
    quietDays: 0.2,
    appeal: {
      kind: 'item',
      channel: 'email',
      words: {
        title: 'Rote Emailletasse mit weißen Punkten',
        story:
          'Zum siebzigsten Geburtstag seiner Mutter sucht ein Kunde die Emailletasse, aus der sie dreißig Jahre lang ihren Kaffee getrunken hat. Der Henkel ist abgebrochen, die Tasse nicht mehr zu retten.\n\nSie lag einmal unserem Jubiläumspaket bei.',
        sought: [
          { label: 'Farbe', value: 'rot mit weißen Punkten' },
          { label: 'Größe', value: '0,3 Liter' },
          { label: 'Jahr', value: 'um 1995' },
        ],
        place: 'Bremen',
        lostOn: '',
        hashtags: ['Emaille', 'Jubiläum'],
        reward: 'Ein Stück Geburtstagstorte per Post',
      },
      customer: {
        name: 'Henrik Petersen',
        handle: '',
        email: 'henrik.petersen@kunde.example',
        address: '',
        language: 'de',
        originalWords: 'Meine Mutter wird 70. Ihre Lieblingstasse von Ihnen ist kaputt. Gibt es die noch irgendwo?',
        postUrl: '',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.tell('opened');
      await course.followedBy('paul', 'ines');
      await course.offer('paul', {
        quantity: 1,
        place: 'Bonn, Teeküche Haus 3',
        condition: 'worn',
        words: 'Eine steht noch bei uns in der Teeküche, mit einem kleinen Kratzer.',
        nameForCustomer: false,
        photoForCustomer: false,
      });
      await course.offer('ines', {
        quantity: 1,
        place: 'München, Archiv, Vitrine',
        condition: 'as_new',
        words: 'Im Archiv steht ein Belegstück, das wir doppelt haben.',
        nameForCustomer: true,
        photoForCustomer: true,
      });
    },
  },
  {
    agent: 'mira',
    pictures: ['knitted-rabbit'],
    openedDaysAgo: 5,
    quietDays: 1,
    appeal: {
      kind: 'item',
      channel: 'community',
      words: {
        title: 'Knitted rabbit with a striped scarf',
        story:
          'A family from Leeds left a hand-knitted rabbit on one of our shuttle buses. It was a gift from our winter market in 2016, where a stall sold a few hundred of them for charity.\n\nThe two-year-old owner asks for “Bun” every morning. Did any of you buy one back then?',
        sought: [
          { label: 'Size', value: 'about 25 cm' },
          { label: 'Colour', value: 'cream, scarf striped' },
          { label: 'Year', value: '2016' },
        ],
        place: 'Berlin',
        lostOn: '2026-10-30',
        hashtags: ['rabbit', 'wintermarket'],
        reward: 'A drawing by a very grateful two-year-old',
      },
      customer: {
        name: 'Olivia Hartley',
        handle: 'olivia_h',
        email: '',
        address: '',
        language: 'en',
        originalWords: 'Please help, our little one lost his rabbit on your bus and nothing else will do.',
        postUrl: 'https://community.example/t/1203',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.tell('opened', 'https://community.example/t/1203#2');
      await course.followedBy('ella', 'tarek', 'nora');
      await course.looked('tarek', 'Werkstatt Süd, Fundkiste');
      await course.looked('paul', '');
      await course.lead('ella', 'The knitting group in Leipzig made them. I will ask on Thursday whether one is left.');
    },
  },
  {
    agent: 'jonas',
    pictures: ['storm-lantern'],
    openedDaysAgo: 75,
    quietDays: 20,
    appeal: {
      kind: 'item',
      channel: 'phone',
      words: {
        title: 'Sturmlaterne vom Betriebsjubiläum',
        story:
          'Ein früherer Kollege im Ruhestand vermisst die Sturmlaterne, die er zum Jubiläum bekam. Sie wurde ihm vor der Haustür gestohlen.',
        sought: [
          { label: 'Material', value: 'Blech, lackiert' },
          { label: 'Jahr', value: '1984' },
        ],
        place: 'Dortmund',
        lostOn: '2026-08-14',
        hashtags: ['Laterne'],
        reward: 'Eine Runde Geschichten von früher',
      },
      customer: {
        name: 'Werner Olbrich',
        handle: '',
        email: '',
        address: '',
        language: 'de',
        originalWords: 'Ruft an: Laterne vom Jubiläum gestohlen, hing sehr daran.',
        postUrl: '',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.followedBy('oskar');
      await course.looked('oskar', 'Keller in Kiel');
      await course.looked('tarek', 'Werkstatt Süd');
      await course.tell('not_found', '');
      await course.close('not_found');
    },
  },
  {
    agent: 'mira',
    pictures: ['star-badge'],
    gift: 'badge',
    openedDaysAgo: 0.5,
    quietDays: 0.5,
    appeal: {
      kind: 'item',
      channel: 'x',
      words: {
        title: 'Ansteckstern von der Sommertour',
        story: '',
        sought: [{ label: 'Farbe', value: 'goldgelb' }],
        place: '',
        lostOn: '',
        hashtags: [],
        reward: '',
      },
      customer: {
        name: '',
        handle: '@sternsucherin',
        email: '',
        address: '',
        language: 'de',
        originalWords: 'hat noch jemand so einen stern von der sommertour?? meiner ist weg 😢',
        postUrl: 'https://x.example/sternsucherin/status/1',
      },
    },
  },
];
