import { measureLive } from '../../scripts/bench/live/measure';
import { ownDatabase } from '../support/own-database';

it('lets nobody miss the last state of a case, however many listen and however much changes', async () => {
  const load = { viewers: 40, seconds: 6, changesPerSecond: 30, appeals: 20 };
  const { changes, missed, delays } = await measureLive(load, ownDatabase());
  expect(changes).toBe(180);
  expect(missed).toBe(0);
  expect(delays.length).toBeGreaterThan(40 * 10);
});
