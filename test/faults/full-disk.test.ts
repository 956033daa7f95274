import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { translator } from '../../src/i18n/translator';
import { paths } from '../../src/paths';
import { scene } from '../photos/pictures';
import { succeeds, temporaryFolder } from '../store/support';
import { visibleText } from '../support/html';
import { type Installation, installationPassword, makeInstallation } from '../support/installation';

const folder = temporaryFolder();
const mounted = succeeds('mount', '-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', folder);
if (!mounted) process.stderr.write('\ncannot mount a small file system: NOT CHECKED what photos do to a full disk\n\n');

let installation: Installation;
let visitor: TestAgent;

beforeAll(async () => {
  installation = await makeInstallation({ UPLOADS_DIR: folder, WRITES_PER_MINUTE: '100000' });
  const email = 'ada@x.example';
  await installation.createUser({ name: 'Ada', email });
  await installation.start();
  visitor = supertest.agent(installation.url).set('Sec-Fetch-Site', 'same-origin');
  const me = { email, password: installationPassword, next: '' };
  await visitor.post(paths.signIn).type('form').send(me).expect(303);
});
afterAll(async () => {
  await installation.remove();
  if (mounted) succeeds('umount', folder);
  rmSync(folder, { recursive: true, force: true });
});

/** Each is another picture. */
async function sendPhoto(number: number) {
  const bytes = await scene(400 + number, 300)
    .jpeg({ quality: 95 })
    .toBuffer();
  return visitor.post(paths.waitingPhotos).attach('photos', bytes, 'photo.jpg');
}

function pictureIn(row: string): string {
  return / src="(\/[^"]+)"/.exec(row)?.[1] ?? '';
}

(mounted ? test : test.skip)('a photo that does not fit is refused in words, and those before it stay', async () => {
  const kept: string[] = [];
  let refused: { status: number; text: string } | undefined;
  for (let number = 0; number < 55 && !refused; number += 1) {
    const answer = await sendPhoto(number);
    if (answer.status === 201) kept.push(pictureIn(answer.text));
    else refused = answer;
  }
  expect(kept.length).toBeGreaterThan(1);
  expect(refused?.status).toBe(503);
  expect(visibleText(refused?.text ?? '')).toContain(translator('de')('error.unavailable'));
  for (const picture of kept) await visitor.get(picture).expect(200).expect('content-type', 'image/jpeg');
  expect(readdirSync(path.join(folder, '.incoming'))).toEqual([]);
  expect(succeeds('mount', '-o', 'remount,size=6m', folder)).toBe(true);
  expect((await sendPhoto(99)).status).toBe(201);
});
