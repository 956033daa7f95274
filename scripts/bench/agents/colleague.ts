import { paths } from '../../../src/paths';

/** What somebody did, how long it took, and what was wrong with the answer. */
export interface Deed {
  readonly kind: string;
  readonly milliseconds: number;
  readonly fault: string | undefined;
}

/** Somebody at work in the application. */
export interface Colleague {
  /** Does one thing, chosen by `dice` from 0 to 1. */
  act(dice: number): Promise<Deed>;
}

type Page = { status: number; text: string };

/** What people do, by how often: most of it is reading. */
const habits = [
  { kind: 'board', share: 0.4 },
  { kind: 'search', share: 0.15 },
  { kind: 'case', share: 0.25 },
  { kind: 'desk', share: 0.08 },
  { kind: 'lead', share: 0.07 },
  { kind: 'new appeal', share: 0.05 },
] as const;

type Habit = (typeof habits)[number]['kind'];

/** Signs in as a browser would. */
export async function colleagueAt(origin: string, email: string, password: string): Promise<Colleague> {
  let cookie = '';
  const form = new URLSearchParams({ email, password, next: '' });
  const { headers, status } = await ask(paths.signIn, { method: 'POST', body: form });
  if (status !== 303) throw new Error(`signing in was answered with ${status}`);
  cookie = headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  let cases: string[] = [];
  let count = 0;

  function ask(path: string, request: RequestInit = {}): Promise<Response> {
    const own = { 'Sec-Fetch-Site': 'same-origin', ...(cookie && { cookie }) };
    return fetch(origin + path, { ...request, redirect: 'manual', headers: own });
  }

  async function get(path: string): Promise<Page> {
    const answer = await ask(path);
    return { status: answer.status, text: await answer.text() };
  }

  async function board(path: string = paths.board): Promise<Page> {
    const page = await get(path);
    cases = [...page.text.matchAll(/href="(\/appeals\/[0-9a-f]{24})"/g)].map(([, href]) => href ?? '');
    return page;
  }

  /** Fills in the form of a page that goes there. */
  async function send(page: Page, action: string, words: Record<string, string>): Promise<Page> {
    const form = page.text.match(new RegExp(`<form[^>]*action="${action}"[\\s\\S]*?</form>`))?.[0];
    if (!form) return page;
    const hidden = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
    const fields = hidden.map(([, name = '', value = '']) => [name, value]);
    const body = new URLSearchParams([...fields, ...Object.entries(words)]);
    const answer = await ask(action, { method: 'POST', body });
    return { status: answer.status, text: await answer.text() };
  }

  const deeds: Readonly<Record<Habit, (dice: number) => Promise<Page>>> = {
    board: () => board(),
    search: (dice) => board(`${paths.board}?q=${dice < 0.5 ? 'esel' : 'donkey+grey'}`),
    case: async (dice) => get(oneOf(cases, dice) ?? paths.board),
    desk: () => get(paths.desk),
    lead: async (dice) => {
      const href = oneOf(cases, dice) ?? paths.board;
      return send(await get(href), `${href}/leads`, { words: `Ask at the fair, said ${email} (${++count})` });
    },
    'new appeal': async () => {
      const title = `Plush donkey of ${email} (${++count})`;
      return send(await get(paths.newAppeal), paths.appeals, {
        title,
        kind: 'item',
        intent: 'draft',
        channel: 'x',
        customerLanguage: 'de',
      });
    },
  };

  return {
    async act(dice) {
      const kind = habitAt(dice);
      const begin = performance.now();
      const fault = await deeds[kind]((dice * 997) % 1).then(
        ({ status, text }) => (status === 200 || status === 303 ? undefined : `${status} ${text.slice(0, 300)}`),
        (error: unknown) => String(error),
      );
      return { kind, milliseconds: performance.now() - begin, fault };
    },
  };
}

function habitAt(dice: number): Habit {
  let upTo = 0;
  for (const { kind, share } of habits) {
    upTo += share;
    if (dice < upTo) return kind;
  }
  return 'board';
}

function oneOf<Item>(items: readonly Item[], dice: number): Item | undefined {
  return items[Math.floor(dice * items.length)];
}
