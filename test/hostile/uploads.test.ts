import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { paths } from '../../src/paths';
import { type Installation, installationPassword, makeInstallation } from '../support/installation';
import type { Running } from '../support/process';
import { gifFiles, webpFiles } from './files/gif-and-webp-files';
import { type HostileFile, mark } from './files/hostile-file';
import { jpegFiles } from './files/jpeg-files';
import { avifFiles, disguisedFiles, namedFiles } from './files/other-files';
import { pngFiles } from './files/png-files';

/** Of the whole application with its store, at any moment. */
const mostMegabytes = 600;

/** As many as somebody may have waiting. */
const filesOfOne = 50;

/** At once, as from as many people. */
const atOnce = 6;

let installation: Installation;
let app: Running;
let files: HostileFile[];
const answers = new Map<string, { status: number; type: string; text: string; cookie: string }>();

beforeAll(async () => {
  const made = [await jpegFiles(), pngFiles(), gifFiles(), await webpFiles(), await avifFiles()];
  files = [...made.flat(), ...disguisedFiles(), ...namedFiles()];
  installation = await makeInstallation({ WRITES_PER_MINUTE: '100000' });
  const senders = Array.from(
    { length: Math.ceil(files.length / filesOfOne) },
    (_, index) => `sender${index}@x.example`,
  );
  for (const email of senders) await installation.createUser({ name: 'Sender', email });
  app = await installation.start();
  const cookies = await Promise.all(senders.map(signIn));
  const queue = files.map((file, index) => ({ file, cookie: cookies[Math.floor(index / filesOfOne)] ?? '' }));
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = queue.shift(); next; next = queue.shift())
        answers.set(next.file.what, await send(next.file, next.cookie));
    }),
  );
});
afterAll(() => installation.remove());

test('there are more than sixty, each another', () => {
  expect(files.length).toBeGreaterThanOrEqual(60);
  expect(new Set(files.map(({ what }) => what)).size).toBe(files.length);
});

test('every one is refused in a sentence or kept as a picture of our own making', async () => {
  const ends = Object.fromEntries(files.map(({ what }) => [what, answerTo(what)]));
  expect(ends).toEqual(Object.fromEntries(files.map(({ what, ends }) => [what, ends])));
});

test('what is kept is a JPEG without anything that came along', async () => {
  const kept = files.filter(({ ends }) => ends === 'harmless');
  expect(kept.length).toBeGreaterThan(20);
  for (const { what } of kept) {
    const { text, cookie } = answers.get(what) ?? { text: '', cookie: '' };
    const [, picture = ''] = / src="(\/[^"]+)"/.exec(text) ?? [];
    const served = await fetch(installation.url + picture, { headers: { cookie } });
    expect(served.headers.get('content-type')).toBe('image/jpeg');
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    const { format, exif, icc, xmp, width, height } = await sharp(Buffer.from(await served.arrayBuffer())).metadata();
    expect({ what, format, exif, icc, xmp }).toEqual({ what, format: 'jpeg' });
    expect(Math.max(width, height)).toBeLessThanOrEqual(1920);
  }
});

test('nothing of them is in a file that is kept, nor in the name of one', () => {
  const folder = path.join(path.dirname(installation.dataDir), 'uploads');
  const kept = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(kept.length).toBeGreaterThan(30);
  for (const { name, parentPath } of kept) {
    expect(name).toMatch(/^(small|medium|large)\.jpg$/);
    expect(readFileSync(path.join(parentPath, name)).includes(mark)).toBe(false);
  }
});

/** Only there the system tells what a process had at most. */
const onLinux = process.platform === 'linux' ? test : test.skip;
onLinux('the application has taken no more memory than it may', () => {
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${app.child.pid}/status`, 'utf8'))?.[1];
  expect(Number(peak) / 1024).toBeLessThan(mostMegabytes);
});

test('and it is well', async () => {
  expect((await fetch(`${installation.url}/readyz`)).status).toBe(200);
  expect(app.errors()).toBe('');
});

function answerTo(what: string): string {
  const { status = 0, type = '', text = '' } = answers.get(what) ?? {};
  if (status === 201 && type.startsWith('text/html')) return 'harmless';
  if (status === 422 && type.startsWith('text/plain') && /\S.*\.$/s.test(text)) return 'refused';
  if (status === 400 && type.startsWith('text/html')) return 'no form';
  return `${status} ${text.slice(0, 300)}`;
}

async function signIn(email: string): Promise<string> {
  const body = new URLSearchParams({ email, password: installationPassword, next: '' });
  const { headers } = await fetch(installation.url + paths.signIn, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  return headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
}

async function send({ bytes, fileName }: HostileFile, cookie: string) {
  const body = new FormData();
  body.append('photos', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), fileName);
  const headers = { 'Sec-Fetch-Site': 'same-origin', cookie };
  const answer = await fetch(installation.url + paths.waitingPhotos, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
  });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text(), cookie };
}
