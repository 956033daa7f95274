import type { DemoCase } from '../demo-case';

/** People somebody would like to find again; what becomes of it stays between those two. */
export const personCases: readonly DemoCase[] = [
  {
    agent: 'jonas',
    pictures: ['tool-bag'],
    openedDaysAgo: 3,
    quietDays: 1,
    appeal: {
      kind: 'person',
      channel: 'facebook',
      words: {
        title: 'Der Techniker mit der karierten Werkzeugtasche',
        story:
          'Er kam an einem verregneten Dienstag, reparierte den Anschluss und blieb auf einen Kaffee. Eine Kundin würde sich gern bei ihm bedanken und kennt nur den Stadtteil.\n\nWer weiß, wer das gewesen sein könnte: Bitte schreibt den Hinweis hier. Er geht nur an den Agenten, und der Kollege wird zuerst gefragt.',
        sought: [{ label: 'Einsatz', value: 'Anfang November, Nordstadt' }],
        place: 'Hannover, Nordstadt',
        lostOn: '',
        hashtags: ['Techniker'],
        reward: 'Noch ein Kaffee',
      },
      customer: {
        name: 'Marlene Vogt',
        handle: 'marlene.vogt',
        email: '',
        address: '',
        language: 'de',
        originalWords: 'Ich würde den netten Techniker so gern wiedersehen. Können Sie ihm das ausrichten?',
        postUrl: 'https://social.example/posts/6001',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.tell('opened', 'https://social.example/posts/6001#1');
      await course.followedBy('ella');
      await course.hint('paul', 'In der Nordstadt fährt meistens das Team aus der Kantstraße. Dort würde ich fragen.');
    },
  },
  {
    agent: 'mira',
    pictures: [],
    openedDaysAgo: 50,
    quietDays: 25,
    appeal: {
      kind: 'person',
      channel: 'community',
      words: {
        title: 'The colleague who waited with a stranded traveller',
        story:
          'When the last train had gone, one of us stayed with an elderly lady on platform 4 until her daughter came. The family would like to say thank you.',
        sought: [{ label: 'When', value: 'late on a Friday in September' }],
        place: 'Leipzig main station',
        lostOn: '',
        hashtags: ['thankyou'],
        reward: 'Home-made plum cake',
      },
      customer: {
        name: 'Grace Lindqvist',
        handle: 'grace_l',
        email: '',
        address: '',
        language: 'en',
        originalWords: 'Somebody of your company was an angel to my mother. Who was it?',
        postUrl: 'https://community.example/t/1188',
      },
    },
    course: async (course) => {
      await course.publish();
      await course.hint('oskar', 'I think it was Tarek, he told us about that night.');
      await course.ask(
        'tarek',
        'Did you stay with an elderly lady on platform 4? Her family would like to thank you.',
        {
          answer: 'message',
          agreed: 'It was a pleasure. I hope your mother is well!',
        },
      );
      await course.passOn();
      await course.close('happy');
    },
  },
];
