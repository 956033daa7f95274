import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { createApp } from '../../../src/app';
import { readConfig } from '../../../src/config';
import { createAccount } from '../../../src/people/accounts';
import { startServices } from '../../../src/services';
import { connectStore } from '../../../src/store/connect';
import { sender } from './sender';

/** How late the event loop was, in milliseconds. */
export interface Delays {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const delays = monitorEventLoopDelay({ resolution: 5 });

/** The application in a process of its own, which says how late its event loop was between `begin` and `end`. */
process.on('message', (message: 'begin' | 'end') => {
  if (message === 'begin') {
    delays.reset();
    delays.enable();
    return;
  }
  delays.disable();
  process.send?.({ p50: ms(delays.percentile(50)), p99: ms(delays.percentile(99)), max: ms(delays.max) });
});

open(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});

async function open(folder: string): Promise<void> {
  const place = { DATA_DIR: path.join(folder, 'data'), UPLOADS_DIR: path.join(folder, 'uploads') };
  const config = readConfig({ ...place, DEMO_DATA: 'false', WRITES_PER_MINUTE: '100000' });
  const store = await connectStore(config);
  const services = startServices({ config, connection: store.connection, logger: pino(pino.destination(2)) });
  await createAccount(sender);
  const server = createServer(createApp(services)).listen(0, '127.0.0.1', () => {
    process.send?.(`http://localhost:${(server.address() as AddressInfo).port}`);
  });
}

function ms(nanoseconds: number): number {
  return nanoseconds / 1e6;
}
