import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How late the event loop was, in milliseconds. */
export interface Delays {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const delays = monitorEventLoopDelay({ resolution: 5 });

/** Loaded into the application before its first line: says how late its event loop was between `begin` and `end`. */
process.on('message', (message: 'begin' | 'end') => {
  if (message === 'begin') {
    delays.reset();
    delays.enable();
    return;
  }
  delays.disable();
  process.send?.({ p50: ms(delays.percentile(50)), p99: ms(delays.percentile(99)), max: ms(delays.max) });
});

function ms(nanoseconds: number): number {
  return nanoseconds / 1e6;
}
