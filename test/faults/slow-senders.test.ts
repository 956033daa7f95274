import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { paths } from '../../src/paths';
import { eventually } from '../support/eventually';
import { type Installation, makeInstallation } from '../support/installation';
import type { Running } from '../support/process';

/** Of each kind. */
const many = 200;
const dripMs = 1000;

let installation: Installation;
let app: Running;
const sockets: Socket[] = [];
const dripping: NodeJS.Timeout[] = [];

beforeAll(async () => {
  installation = await makeInstallation();
  app = await installation.start();
});
afterAll(async () => {
  for (const timer of dripping) clearInterval(timer);
  for (const socket of sockets) socket.destroy();
  await installation.remove();
});

/** Opens a connection and says a piece of a request on it. */
async function connected(words: string): Promise<Socket> {
  const socket = connect(installation.port, '127.0.0.1');
  socket.on('error', () => undefined);
  // What nobody reads would keep the end from being heard.
  socket.resume();
  sockets.push(socket);
  await once(socket, 'connect');
  socket.write(words);
  return socket;
}

/** Goes on with a header that never ends, a byte at a time. */
async function dripper(): Promise<Socket> {
  const socket = await connected('GET / HTTP/1.1\r\nHost: x.example\r\nX-Slow: ');
  dripping.push(setInterval(() => socket.writable && socket.write('a'), dripMs));
  return socket;
}

const page = async () => (await fetch(`${installation.url}${paths.signIn}`)).status;

test('whoever sends a byte a second, nothing, or half a form keeps nobody else waiting, and is let go', async () => {
  const drippers = await Promise.all(Array.from({ length: many }, dripper));
  const silent = await Promise.all(Array.from({ length: many }, () => connected('')));
  const halfForm = 'POST /sign-in HTTP/1.1\r\nHost: x.example\r\nContent-Length: 1000\r\n\r\nemail=';
  await Promise.all(Array.from({ length: many }, () => connected(halfForm)));
  for (let times = 0; times < 20; times += 1) {
    expect(await page()).toBe(200);
    await pause(100);
  }
  const gone = (those: readonly Socket[]) => those.filter(({ destroyed }) => destroyed).length;
  await eventually('those to be let go who never finish a header', async () =>
    gone([...drippers, ...silent]) === 2 * many ? true : undefined,
  );
  expect(await page()).toBe(200);
  expect(app.errors()).toBe('');
  expect(app.child.exitCode).toBeNull();
});

test('one header longer than they may be is refused, and others are answered', async () => {
  const socket = connect(installation.port, '127.0.0.1');
  sockets.push(socket);
  socket.write(`GET / HTTP/1.1\r\nHost: x.example\r\nX-Long: ${'a'.repeat(64 * 1024)}\r\n\r\n`);
  const answer = await once(socket, 'data').then(
    ([bytes]) => String(bytes),
    ({ code }) => code,
  );
  // With the rest of the header still on its way, the end of the connection may overtake the answer.
  expect(answer).toMatch(/^(HTTP\/1\.1 431 |ECONNRESET$)/);
  expect(await page()).toBe(200);
});
