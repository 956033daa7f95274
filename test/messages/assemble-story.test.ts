import { type Appeal, kinds } from '../../src/domain/appeal';
import { languages } from '../../src/domain/languages';
import { translator } from '../../src/i18n/translator';
import { assembleStory } from '../../src/messages/assemble-story';
import { fillingOf } from '../../src/messages/text-length';
import { plainAppeal, plainFind } from '../support/plain-appeal';

const looked = (id: string) => ({
  id: `e${id}`,
  at: new Date('2015-01-03T10:00:00Z'),
  actor: { kind: 'account' as const, id },
  type: 'looked' as const,
  place: 'Cellar',
});
const delivered = {
  id: 'd',
  at: new Date('2015-01-08T10:00:00Z'),
  actor: { kind: 'customer' as const },
  type: 'delivered' as const,
};
const happy = (overrides: Partial<Appeal> = {}) =>
  plainAppeal({
    title: 'Plush donkey',
    status: 'closed',
    outcome: 'happy',
    publishedAt: new Date('2015-01-01T10:00:00Z'),
    timeline: [looked('1'), looked('2'), delivered],
    finds: [plainFind({ finder: 'f1', state: 'received' })],
    ...overrides,
  });
const none = { internal: null, public: null };
const told = (appeal: Appeal, thanks: { internal: string | null; public: string | null } = none) =>
  assembleStory(appeal, { t: translator('en'), names: new Map([['f1', 'Finn Finder']]), thanks });

it('tells what really happened, in numbers', () => {
  const { community, intranet } = told(happy());
  for (const text of [community, intranet]) expect(text).toMatch(/Plush donkey[\s\S]*2 colleagues[\s\S]*7 days/);
});

it('names who gave to colleagues alone', () => {
  const { intranet, ...others } = told(happy());
  expect(intranet).toContain('Finn Finder');
  expect(Object.values(others).join()).not.toMatch(/Finn|Finder/);
});

it('quotes the customer only as far as they agreed', () => {
  expect(Object.values(told(happy())).join()).not.toContain('“');
  const internal = told(happy(), { internal: 'She sleeps again', public: null });
  expect(internal.intranet).toContain('She sleeps again');
  expect(internal.community + internal.post + internal.short).not.toContain('She sleeps');
  expect(told(happy(), { internal: null, public: 'She sleeps again' }).community).toContain('She sleeps again');
});

const every = kinds.flatMap((kind) =>
  languages.flatMap((language) => ['Esel', 'Ein langer Titel '.repeat(20)].map((title) => ({ kind, language, title }))),
);
it.each(every)('fits its letters: $kind in $language, $title', ({ kind, language, title }) => {
  const thanks = { internal: 'Danke! '.repeat(50), public: 'Danke! '.repeat(50) };
  const story = assembleStory(happy({ kind, title }), { t: translator(language), names: new Map(), thanks });
  expect(fillingOf('x', story.short).length).toBeLessThanOrEqual(140);
  expect(fillingOf('x', story.post).length).toBeLessThanOrEqual(280);
});
