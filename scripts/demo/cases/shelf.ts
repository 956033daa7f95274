import type { DemoCase } from '../demo-case';

/** Cases the shelf answered before anybody had to search. */
export const shelfCases: readonly DemoCase[] = [
  {
    agent: 'jonas',
    pictures: [],
    gift: 'penguin',
    openedDaysAgo: 3,
    quietDays: 1,
    appeal: {
      kind: 'item',
      channel: 'community',
      words: {
        title: 'Noch ein Pinguin, für die kleine Schwester',
        story: 'Der Bruder bekam von uns einen neuen Pinguin, nun fragt die Schwester jeden Tag, wann ihrer kommt.',
        sought: [{ label: 'Farbe', value: 'dunkelblau, gern mit rosa Schal' }],
        place: 'Mainz',
        lostOn: '',
        hashtags: ['Pinguin'],
        reward: 'Geschwisterfrieden',
      },
      customer: {
        name: 'Petra Weiler',
        handle: 'petra_w',
        email: '',
        address: '',
        language: 'de',
        originalWords: 'Jetzt will die Kleine auch einen. Ich traue mich kaum zu fragen.',
        postUrl: 'https://community.example/t/883',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.reserve('penguins');
      await course.tell('found', 'https://community.example/t/883#2');
    },
  },
  {
    agent: 'mira',
    pictures: ['enamel-mug'],
    gift: 'mug',
    openedDaysAgo: 6,
    quietDays: 2,
    appeal: {
      kind: 'item',
      channel: 'email',
      words: {
        title: 'Red enamel mug for a grandfather',
        story: 'He drank from it every morning on the allotment until a fox carried it off. Nobody saw it again.',
        sought: [{ label: 'Colour', value: 'red with white dots' }],
        place: 'Dresden',
        lostOn: '2026-11-10',
        hashtags: ['mug'],
        reward: 'The first strawberries',
      },
      customer: {
        name: 'Harriet Young',
        handle: '',
        email: 'harriet.young@customer.example',
        address: 'Harriet Young\n3 Orchard Row\nSampletown',
        language: 'en',
        originalWords: 'A fox has stolen my grandfather’s mug. Please tell me you have another.',
        postUrl: '',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.tell('opened');
      await course.reserve('mugs');
      await course.fetch();
      await course.ship({ carrier: 'gls', trackingNumber: '50123456789', quantity: 1 });
      await course.tell('shipped');
    },
  },
];
