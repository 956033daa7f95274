import { attempts, singleAttempts } from './scope/attempts';
import { refused, supported } from './scope/code';
import { type Row, tableOf } from './scope/tables';
import { startTestStore, type TestStore } from './support';

/** A full disk needs a file system of its own: full-disk.test.ts. */
const ELSEWHERE = ['a full disk'];

let store: TestStore;

beforeAll(async () => {
  store = await startTestStore();
  await store
    .db()
    .collection<{ _id: number }>('scope')
    .insertOne({ _id: 1, x: 'a', a: [1] } as never);
});

afterAll(() => store.stop());

function listsOf(rows: readonly Row[]): Record<string, string[]> {
  return Object.fromEntries(rows.map(({ what, names }) => [what, [...names].sort()]));
}

function sorted(lists: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(lists).map(([what, names]) => [what, [...names].sort()]));
}

async function codeOf(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => 'not refused',
    ({ code, message }: { code?: number; message: string }) => code ?? message,
  );
}

test('the README names what is supported, and nothing else', () => {
  expect(listsOf(tableOf('Supported', 0))).toEqual(sorted(supported));
});

test('the README names what is refused, and nothing else', () => {
  expect(listsOf(tableOf('Refused', 0))).toEqual(sorted(refused));
  const single = tableOf('Refused', 1).map(({ what }) => what);
  expect([...single].sort()).toEqual([...Object.keys(singleAttempts), ...ELSEWHERE].sort());
});

test.each(tableOf('Refused', 0).flatMap(({ what, names, code }) => names.map((name) => ({ what, name, code }))))(
  'refused, $what: $name',
  async ({ what, name, code }) => {
    expect(await codeOf(attempts[what]?.(store.db(), name) ?? Promise.resolve())).toBe(code);
  },
);

test.each(tableOf('Refused', 1).filter(({ what }) => !ELSEWHERE.includes(what)))(
  'refused: $what',
  async ({ what, code }) => {
    expect(await codeOf(singleAttempts[what]?.(store.db()) ?? Promise.resolve())).toBe(code);
  },
);
