import { connectStore } from '../../../src/store/connect';
import { fill } from './fill';
import { measureAll } from './measure';
import { memory } from './memory';
import { operationsOn } from './operations';
import { chanceFrom } from './words';

/** What the starting process asks for. */
export interface Task {
  readonly what: 'fill' | 'measure';
  readonly mongodbUri: string | undefined;
  readonly dataDir: string;
  readonly size: number;
  readonly rounds: number;
}

/** Does one task in a process of its own, so that memory is what this one task needed. */
process.once('message', (task: Task) => {
  perform(task).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ error: error instanceof Error ? error.stack : String(error) }),
  );
});

function answer(message: object): void {
  process.send?.(message, () => process.disconnect());
}

async function perform(task: Task): Promise<unknown> {
  // The verbs are loaded by now and with them the models, of which the indexes are made.
  const store = await connectStore(task);
  try {
    if (task.what === 'fill') return await fill(store.connection, task.size);
    const times = await measureAll(operationsOn(store, task.size, chanceFrom(7)), task.rounds);
    return { times, memory: memory() };
  } finally {
    await store.close();
  }
}
