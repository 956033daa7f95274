import { readConfig } from '../src/config';
import { rebuild } from '../src/insights/rebuild';
import { connectStore } from '../src/store/connect';
import { runScript } from './run-script';

const usage = 'npm run insights:rebuild';

/** Counts everything the page of insights shows anew, from the timelines. */
runScript(usage, async () => {
  const config = readConfig(process.env);
  const store = await connectStore(config);
  try {
    const { cases, days } = await rebuild(config.calendar);
    process.stdout.write(`${cases} cases on ${days} days are counted\n`);
  } finally {
    await store.close();
  }
});
