import type TestAgent from 'supertest/lib/agent';
import { declineFind } from '../../src/appeals/decline-find';
import { editAppeal } from '../../src/appeals/edit-appeal';
import { follow } from '../../src/appeals/follow';
import { giveLead } from '../../src/appeals/give-lead';
import { offerFind } from '../../src/appeals/offer-find';
import { withdrawFind } from '../../src/appeals/withdraw-find';
import type { Appeal } from '../../src/domain/appeal';
import { translator } from '../../src/i18n/translator';
import { AppealModel } from '../../src/models/appeal';
import { TokenModel } from '../../src/models/token';
import { paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, newFind } from '../support/cases';
import { edited } from '../support/commands';
import { copyOf } from '../support/copies';
import { agent, colleague } from '../support/factories';
import { unescaped, visibleText } from '../support/html';
import { signIn } from '../support/sign-in';

const t = translator('en');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let finn: Account;
let reader: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  [ada, finn] = [await agent(), await colleague()];
  cases = casesOf(test.services, { agent: ada, finder: finn });
  reader = await signIn(test.app, finn);
});
afterAll(() => test.stop());
beforeEach(() => AppealModel.deleteMany({}));

/** Reads the board, or the page of it at an address. */
async function board(query: Record<string, string> | string = {}) {
  const address = typeof query === 'string' ? query : `${paths.board}?${new URLSearchParams(query)}`;
  const { text } = await reader.get(address).expect(200);
  return {
    ids: [...text.matchAll(/class="card__link" href="\/appeals\/([0-9a-f]{24})"/g)].map(([, id]) => id),
    words: visibleText(text),
    next: unescaped(/class="more"><a [^>]*href="([^"]+)"/.exec(text)?.[1] ?? ''),
  };
}

const ids = (...appeals: Appeal[]) => appeals.map(({ id }) => id);

describe('the board', () => {
  it('says when there is nothing, and when nothing was found', async () => {
    expect((await board()).words).toContain(t('board.empty'));
    expect((await board({ q: 'zebra' })).words).toContain(t('board.nothingFound'));
  });

  it('shows published appeals, the newest first, to agents as well', async () => {
    await cases.draft();
    const appeals = [await cases.searching(), await cases.closedInVain(), await cases.atDesk()];
    expect((await board()).ids).toEqual(ids(...appeals).reverse());
    reader = await signIn(test.app, ada);
    expect((await board()).ids).toEqual(ids(...appeals).reverse());
    reader = await signIn(test.app, finn);
  });

  it('counts the finds that still stand, and the followers', async () => {
    const offer = (appeal: Appeal) => offerFind(by(finn, appeal), newFind(), [], test.services.photoStore);
    const appeal = await offer(await offer(await offer(await cases.withOffer())));
    const [one, two] = appeal.finds;
    await declineFind(by(ada, appeal), one?.id ?? '', '');
    await withdrawFind(by(finn, appeal), two?.id ?? '');
    await follow(finn, appeal.id);
    expect((await board()).words).toContain(`${t('board.finds', { count: 2 })} ${t('board.followers', { count: 1 })}`);
  });
});

describe('filters', () => {
  it('are by kind and by status, and both', async () => {
    const person = await cases.searching({ appeal: { kind: 'person' } });
    const thing = await cases.searching();
    const found = await cases.found();
    expect((await board({ kind: 'person' })).ids).toEqual(ids(person));
    expect((await board({ status: 'searching' })).ids).toEqual(ids(thing, person));
    expect((await board({ kind: 'item', status: 'found' })).ids).toEqual(ids(found));
    expect((await board({ kind: 'owner', status: 'found' })).ids).toEqual([]);
  });

  it('show no drafts when asked for them', async () => {
    await cases.draft();
    const published = await cases.searching();
    expect((await board({ status: 'draft' })).ids).toEqual(ids(published));
  });
});

describe('the search', () => {
  it.each(['Plueschesel', 'plüschesel', 'PLÜSCHESEL', 'PLUSCHESEL', 'plüsch', '  Plusch '])(
    'finds a Plüschesel by %s',
    async (q) => {
      const donkey = await cases.searching({ appeal: { title: 'Grauer Plüschesel' } });
      await cases.searching({ appeal: { title: 'Plastikesel' } });
      expect((await board({ q })).ids).toEqual(ids(donkey));
    },
  );

  it('finds what has all the words, wherever they stand', async () => {
    const sought = [{ label: 'Hersteller', value: 'Müller' }];
    const words = { title: 'Esel', story: 'am Strand verloren', place: 'Köln', sought, hashtags: ['rosaHemd'] };
    const donkey = await cases.searching({ appeal: words });
    await cases.searching({ appeal: { ...words, place: 'Bonn' } });
    for (const q of ['strand koeln', 'KÖLN mueller', '#rosahemd köln', 'esel, köln!'])
      expect([q, (await board({ q })).ids]).toEqual([q, ids(donkey)]);
  });

  const only = async (q: string, ...found: Appeal[]) =>
    expect([q, (await board({ q })).ids.toSorted()]).toEqual([q, ids(...found).toSorted()]);

  it('finds by another word, the other language, a slip and another unit', async () => {
    const appeal = { title: 'Plüschesel, grau', story: 'Mit rosa Kapuzenshirt, 25 cm', sought: [], hashtags: [] };
    const donkey = await cases.searching({ appeal });
    await cases.searching({ appeal: { ...appeal, title: 'Stoffhase, braun', story: 'Mit Schleife, 60 cm' } });
    for (const q of [
      'donkey',
      'burro',
      'Eselchen',
      'stuffed donky',
      'Plüschezel',
      'gray hoodie',
      'Esel 10 inch',
      '250 mm',
    ])
      await only(q, donkey);
  });

  it('takes phrases, exclusions, hashtags and filters in the query, in both languages', async () => {
    const appeal = { title: 'Roter Ball', story: 'Ein roter Ball mit weißen Punkten', sought: [], hashtags: ['Messe'] };
    const red = await cases.searching({ appeal });
    const other = await cases.closedInVain({
      appeal: { ...appeal, story: 'Ein Ball, roter als andere, mit Streifen', hashtags: ['messen'], place: 'Bonn' },
    });
    const person = await cases.searching({
      appeal: {
        ...appeal,
        kind: 'person',
        title: 'Wer warf den Ball?',
        story: 'Er lief fort',
        hashtags: [],
        place: 'Altona',
      },
    });
    await only('ball', red, other);
    await only('"mit weißen punkten" ball', red);
    await only('ball -streifen', red);
    await only('ball -"weißen"', other);
    await only('#messe', red);
    await only('ball status:open', red);
    await only('ball status:closed', other);
    await only('ball stand:beendet', other);
    await only('ball art:mensch');
    await only('altona art:mensch', person);
    await only('kind:item', red, other);
    await only('ball ort:bonn', other);
    await only('place:"Bonn"', other);
  });

  it('puts what fits best first, or the newest', async () => {
    const titled = await cases.searching({ appeal: { title: 'Lantern', story: 'Lost' } });
    const told = await cases.searching({ appeal: { title: 'Box', story: 'With a lantern inside' } });
    expect((await board({ q: 'lantern' })).ids).toEqual(ids(titled, told));
    expect((await board({ q: 'lantern', sort: 'date' })).ids).toEqual(ids(told, titled));
  });

  it('shows what has most of the words when nothing has all, and says so', async () => {
    const close = await cases.searching({ appeal: { title: 'Green wooden crocodile', story: 'Lost' } });
    await cases.searching({ appeal: { title: 'Green bottle', story: 'Lost' } });
    const page = await board({ q: 'green wooden crocodile zeppelin' });
    expect(page.ids).toEqual(ids(close));
    expect(page.words).toContain(t('board.partial'));
  });

  it('marks what was found, and escapes all of it', async () => {
    await cases.searching({ appeal: { title: 'Esel <b>grau</b>', story: 'Er heißt <script>Esel</script>' } });
    const { text } = await reader.get(`${paths.board}?q=donkey`).expect(200);
    expect(text).toContain('<mark>Esel</mark> &lt;b&gt;grau');
    expect(text).toContain('&lt;script&gt;<mark>Esel</mark>&lt;/script&gt;');
  });

  it('forgets what was edited away, and knows no word of a draft', async () => {
    await cases.draft({ appeal: { title: 'Zwurbelhorn' } });
    const seen = async () => (await TokenModel.find({ _id: /zwurbel/ }).lean()).length;
    expect(await seen()).toBe(0);
    const shown = await cases.searching({ appeal: { title: 'Zwurbelhorn' } });
    expect(await seen()).toBeGreaterThan(0);
    await only('Zwurblhorn', shown);
    const words = { ...edited(shown).words, title: 'Ball' };
    await editAppeal(by(ada, shown), edited(shown, { words }), [], test.services.photoStore);
    await only('Zwurbelhorn');
    expect(await seen()).toBe(0);
  });

  it('is about words, not about expressions', async () => {
    await cases.searching();
    expect((await board({ q: '.*' })).ids).toHaveLength(1);
    expect((await board({ q: 'd.nk.y' })).ids).toEqual([]);
  });

  it('never finds by what is private', async () => {
    const customer = {
      name: 'Kundin Quastel',
      handle: '@quirlig',
      email: 'quitte@customers.example',
      address: 'Quellweg',
      originalWords: 'Quengelig',
      postUrl: 'https://quelle.example/x',
    };
    const find = { place: 'Quartier', words: 'Quietscht' };
    const appeal = await cases.withOffer({ customer, find });
    await giveLead(by(finn, appeal), 'Quadratisch');
    for (const q of [
      'quastel',
      'quirlig',
      'quitte',
      'quellweg',
      'quengelig',
      'quelle',
      'quartier',
      'quietscht',
      'quadratisch',
    ])
      expect([q, (await board({ q })).ids]).toEqual([q, []]);
    expect((await board({ q: 'hamburg' })).ids).toEqual(ids(appeal));
  });
});

describe('pages', () => {
  it('hold 24 each, lose none of the same moment and double none, and keep the filter', async () => {
    const original = await cases.searching();
    for (let count = 1; count < 50; count++) await copyOf(test.services, original);
    await cases.found();
    const first = await board({ kind: 'item', status: 'searching', q: 'donkey' });
    const second = await board(first.next);
    const third = await board(second.next);
    expect([first, second, third].map((page) => page.ids.length)).toEqual([24, 24, 2]);
    expect(new Set([first, second, third].flatMap((page) => page.ids)).size).toBe(50);
    expect(third.next).toBe('');
  });

  it('do not move while others are published', async () => {
    const original = await cases.searching();
    for (let count = 1; count < 26; count++) await copyOf(test.services, original);
    const first = await board();
    await cases.searching();
    expect((await board(first.next)).ids).toHaveLength(2);
  });
});
