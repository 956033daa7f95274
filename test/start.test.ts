import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { dropDatabase, ownDatabase } from './support/own-database';
import { ownFolder, type Running, run } from './support/process';

const database = ownDatabase();
const { folder, remove } = ownFolder();
let running: Running | undefined;

afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
});
afterAll(async () => {
  remove();
  await dropDatabase(database);
});

function start(environment: Record<string, string> = {}): Running {
  running = run('src/main', {
    PORT: '0',
    MONGODB_URI: database,
    DATA_DIR: folder,
    UPLOADS_DIR: folder,
    DEMO_DATA: 'false',
    ...environment,
  });
  return running;
}

async function portOf(started: Running): Promise<number> {
  const [, port] = await started.saying(/open at http:\/\/localhost:(\d+)/);
  return Number(port);
}

/** A request of which the last letters are still to come. */
function beginRequest(port: number): Socket & { received: string[] } {
  const socket = Object.assign(connect(port, '127.0.0.1'), { received: [] as string[] });
  socket.on('data', (chunk) => socket.received.push(String(chunk)));
  socket.on('error', () => undefined);
  const head = ['POST /sign-in HTTP/1.1', 'Host: localhost', 'Sec-Fetch-Site: same-origin', 'Content-Length: 26'];
  socket.write(`${head.join('\r\n')}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nemail=a`);
  return socket;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('starting', () => {
  it('refuses to when production is half configured, and names what is missing', async () => {
    const started = start({ NODE_ENV: 'production', SESSION_SECRET: 'x'.repeat(32) });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(/^Cannot start.*\nBASE_URL: missing/);
  });

  it('says in a sentence that the port is taken', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, '0.0.0.0', resolve));
    const { port } = other.address() as AddressInfo;
    const started = start({ PORT: String(port) });
    expect(await started.ended).toBe(1);
    expect(started.output()).toContain(`Cannot start: port ${port} is taken.`);
    expect(started.output()).not.toContain('    at ');
    other.close();
  });

  it('opens and says where', async () => {
    const port = await portOf(start());
    const health = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(await health.text()).toBe('ok');
  });
});

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  it('ends it cleanly once the requests under way are answered, and lets nobody else in', async () => {
    const started = start();
    const port = await portOf(started);
    const request = beginRequest(port);
    await pause(200);
    started.child.kill(signal);
    await pause(200);
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
    expect(started.child.exitCode).toBeNull();
    request.write('&password=x&next=/x');
    expect(await started.ended).toBe(0);
    expect(request.received.join('')).toMatch(/^HTTP\/1\.1 422 [\s\S]*<\/html>/);
  });
});

describe('a second signal', () => {
  it('so close to the first that it is the same wish changes nothing', async () => {
    const started = start();
    beginRequest(await portOf(started));
    await pause(200);
    started.child.kill('SIGINT');
    started.child.kill('SIGINT');
    await pause(300);
    expect(started.child.exitCode).toBeNull();
  });

  it('later on ends it at once, whatever is under way', async () => {
    const started = start();
    beginRequest(await portOf(started));
    await pause(200);
    started.child.kill('SIGINT');
    await pause(700);
    started.child.kill('SIGINT');
    expect(await started.ended).toBe(1);
  });
});
