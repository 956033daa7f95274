import { readConfig } from '../src/config';
import { renewFingerprints } from '../src/matching/renew-fingerprints';
import { createPhotoStore } from '../src/photos/photo-store';
import { connectStore } from '../src/store/connect';

/** `npm run photos:fingerprint`: takes the fingerprints that are missing or of an older version. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const store = await connectStore(config);
  try {
    const { renewed, missing } = await renewFingerprints(createPhotoStore(config.uploadsDir), sayEveryHundred);
    process.stdout.write(`${renewed} fingerprints taken.\n`);
    for (const id of missing) process.stderr.write(`Photo ${id} is named by a record, but its files are missing.\n`);
  } finally {
    await store.close();
  }
}

function sayEveryHundred(renewed: number): void {
  if (renewed % 100 === 0) process.stdout.write(`${renewed} ...\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
