import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../../../src/config';
import { createAccount } from '../../../src/people/accounts';
import { connectStore } from '../../../src/store/connect';
import { startApplication } from '../live/application';
import { colleagueAt, type Deed } from './colleague';

interface Load {
  readonly agents: number;
  readonly seconds: number;
  /** Between what somebody does and what they do next, on average, in seconds. */
  readonly think: number;
}

/** Says how long people wait who all work at once, and whether anything went wrong. */
export async function bench(args: string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { agents: text, seconds: text, think: text } });
  const load: Load = {
    agents: Number(values.agents ?? 200),
    seconds: Number(values.seconds ?? 300),
    think: Number(values.think ?? 10),
  };
  const folder = await mkdtemp(path.join(tmpdir(), 'fundus-agents-'));
  try {
    const deeds = await atWork(load, folder);
    tell(load, deeds);
    if (deeds.some(({ fault }) => fault !== undefined)) throw new Error('Something went wrong.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The demo's board, and as many agents as are asked for, each with an account and a session of their own. */
async function atWork(load: Load, folder: string): Promise<Deed[]> {
  const place = { DATA_DIR: path.join(folder, 'data'), UPLOADS_DIR: path.join(folder, 'uploads') };
  const store = await connectStore(readConfig(place));
  try {
    const app = await startApplication({ ...place, MONGODB_URI: store.uri, PORT: '0', HOST: '127.0.0.1' });
    try {
      const password = randomBytes(12).toString('hex');
      const people = [];
      for (let number = 0; number < load.agents; number += 1) {
        const email = `agent${number}@fundus.example`;
        await createAccount({ name: `Agent ${number}`, email, password, roles: ['agent'] });
        people.push(await colleagueAt(app.address, email, password));
      }
      const until = Date.now() + load.seconds * 1000;
      const done = await Promise.all(
        people.map(async (somebody) => {
          const deeds: Deed[] = [];
          for (;;) {
            await pause(Math.random() * 2 * load.think * 1000);
            if (Date.now() > until) return deeds;
            deeds.push(await somebody.act(Math.random()));
          }
        }),
      );
      return done.flat();
    } finally {
      await app.stop();
    }
  } finally {
    await store.close();
  }
}

function tell({ agents, seconds }: Load, deeds: readonly Deed[]): void {
  const faults = deeds.flatMap(({ fault }) => fault ?? []);
  say(`${agents} agents for ${seconds} s: ${deeds.length} deeds, ${faults.length} faults`);
  for (const kind of new Set(deeds.map((deed) => deed.kind))) {
    const times = deeds.filter((deed) => deed.kind === kind).map(({ milliseconds }) => milliseconds);
    const at = (part: number) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * part)]?.toFixed(0);
    say(`  ${kind.padEnd(11)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, at most ${at(1)} ms (${times.length} times)`);
  }
  for (const fault of new Set(faults)) say(`  fault: ${fault}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
