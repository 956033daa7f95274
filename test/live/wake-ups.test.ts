import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { wakeUps } from '../../src/live/wake-ups';

/** A server's side of a change stream. */
class ChangeStream extends EventEmitter {
  closed = false;
  async close(): Promise<void> {
    this.closed = true;
  }
}

function begin() {
  const stream = new ChangeStream();
  const db = { collection: () => ({ watch: () => stream }) } as unknown as Connection['db'];
  let woken = 0;
  const { stop } = wakeUps({ db }, async () => void woken++);
  return { stream, woken: () => woken, stop };
}

it('wakes every second on a server that has no change streams', async () => {
  const { stream, woken, stop } = begin();
  stream.emit('error', new Error('The $changeStream stage is only supported on replica sets'));
  await setTimeout(2500);
  expect(woken()).toBe(2);
  await stop();
  await setTimeout(1200);
  expect(woken()).toBe(2);
  expect(stream.closed).toBe(true);
});

it('wakes when the server says so, once for what comes together, and rarely otherwise', async () => {
  const { stream, woken, stop } = begin();
  stream.emit('resumeTokenChanged', {});
  for (let count = 0; count < 20; count++) stream.emit('change', {});
  await setTimeout(400);
  expect(woken()).toBe(1);
  await setTimeout(1500);
  expect(woken()).toBe(1);
  stream.emit('change', {});
  await setTimeout(400);
  expect(woken()).toBe(2);
  stream.emit('error', new Error('the server has gone'));
  await setTimeout(1400);
  expect(woken()).toBe(3);
  await stop();
});
