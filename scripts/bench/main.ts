import { runScript, UsageError } from '../run-script';

/** Each bench is a file or folder of its own that says what it measured. */
const benches: Readonly<Record<string, () => Promise<{ bench(args: string[]): Promise<void> }>>> = {
  agents: () => import('./agents/bench.js'),
  photos: () => import('./photos/bench.js'),
  live: () => import('./live/bench.js'),
  search: () => import('./search/bench.js'),
  store: () => import('./store/bench.js'),
};

const usage = `Measures, prints and leaves nothing behind.

  npm run bench -- agents [--agents 200] [--seconds 300] [--think 10]
  npm run bench -- live [--viewers 500] [--seconds 60] [--changes 50] [--appeals 200]
  npm run bench -- photos [--rounds 7] [--uploads 20]
  npm run bench -- search [--sizes 1000,10000,100000] [--rounds 100]
  npm run bench -- store [--sizes 1000,10000,100000] [--rounds 300]

agents people who read, search and write in the real application at once: how long they wait, and what went wrong
live   viewers who listen to the real application while cases change, so many a second: who missed the last state, how
       soon they heard, and what the application occupies; on the server MONGODB_URI names or an embedded store
photos how soon a photo of 12 megapixels is to be seen, against bare Sharp, and how late the event loop and pages are
       while many come at once
search the board's search and the suggestions for a new appeal, on the embedded store and, when MONGODB_URI is set, on
       that server (in a database of its own)
store  the commonest queries and commands on the embedded store and, when MONGODB_URI is set, on that server (in a
       database of its own), with start-up times and memory`;

runScript(usage, async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const load = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!load) throw new UsageError(`Name a bench: ${Object.keys(benches).join(', ')}.`);
  await (await load()).bench(args);
});
