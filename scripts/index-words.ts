import { readConfig } from '../src/config';
import { indexWords } from '../src/matching/index-words';
import { connectStore } from '../src/store/connect';

/** Makes the tokens of the search anew, and counts them. */
async function run(): Promise<void> {
  const store = await connectStore(readConfig(process.env));
  try {
    const { appeals, spares, tokens } = await indexWords();
    process.stdout.write(`${appeals} appeals and ${spares} spares are indexed under ${tokens} tokens\n`);
  } finally {
    await store.close();
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
