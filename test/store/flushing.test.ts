import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { end, startStoreProcess, succeeds, temporaryFolder } from './support';

const INSERTS = 25;
const canTrace = succeeds('strace', '-f', '-o', '/dev/null', 'true');

/** The acknowledgement of one insert on the wire, as strace writes it: `n: 1` among the first bytes of the reply. */
const ACKNOWLEDGEMENT = /^\d+ +(?:write|writev|sendto|sendmsg)\(.*\\20n\\0\\1\\0\\0\\0/;
const SYNCED = /^\d+ +(?:<\.\.\. )?(?:fdatasync|fsync)\b.*= 0$/;

async function insertOneByOne(uri: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  for (let i = 0; i < INSERTS; i++) await client.db('trace').collection('docs').insertOne({ i });
  await client.close();
}

/** How many syncs had returned between each acknowledgement and the one before. */
function syncsBefore(trace: string): number[] {
  const counts: number[] = [];
  let syncs = 0;
  for (const line of trace.split('\n')) {
    if (SYNCED.test(line)) syncs += 1;
    if (!ACKNOWLEDGEMENT.test(line)) continue;
    counts.push(syncs);
    syncs = 0;
  }
  return counts;
}

if (!canTrace)
  process.stderr.write(
    '\nstrace is missing or may not trace: NOT CHECKED that writes are on disk before they are acknowledged\n\n',
  );

(canTrace ? test : test.skip)(
  'every insert is on disk before it is acknowledged',
  async () => {
    const dataDir = temporaryFolder();
    const trace = path.join(dataDir, 'trace');
    const calls = 'trace=fdatasync,fsync,write,writev,sendto,sendmsg';
    const store = startStoreProcess(dataDir, ['strace', '-f', '-q', '-s', '64', '-e', calls, '-o', trace]);
    const { uri = '' } = await store.answer;
    await insertOneByOne(uri);
    await end(store);
    const counts = syncsBefore(readFileSync(trace, 'latin1'));
    expect(counts).toHaveLength(INSERTS);
    expect(counts.every((syncs) => syncs >= 1)).toBe(true);
    rmSync(dataDir, { recursive: true, force: true });
  },
  60_000,
);
