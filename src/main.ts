import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Logger, pino } from 'pino';
import { createApp } from './app';
import { type Config, ConfigError, readConfig } from './config';
import { anyAccounts, findAccountByEmail } from './people/accounts';
import { type Services, startServices } from './services';
import { stopGracefully } from './stop';
import { connectStore } from './store/connect';
import { stayConnected } from './store/stay-connected';

/** Slow or endless senders are let go; a photo over a bad line has its time. */
const serverLimits = {
  headersTimeout: 15_000,
  requestTimeout: 180_000,
  keepAliveTimeout: 10_000,
  maxHeaderSize: 16 * 1024,
};

start().catch((error: unknown) => {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exit(1);
});

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger(config);
  const store = await connectStore(config);
  const leaveStore = stayConnected(store.connection.getClient(), () =>
    logger.error('the driver had stopped looking for the store; connecting anew'),
  );
  const services = startServices({ config, connection: store.connection, logger });
  const server = createServer(serverLimits, createApp(services));
  stopGracefully(server, services.streams.closeAll, async () => {
    await services.stop();
    leaveStore();
    await store.close();
  });
  if (config.demoData) await addDemoData(services);
  await listening(server, config);
  say(`${config.brandName} is open at ${addressOf(server, config)}`);
  if (config.demoData) await sayDemoLogins();
}

/** Who answered what is for those who run the house; a terminal is for what goes wrong. */
function createLogger({ production }: Config): Logger {
  return pino({ level: production ? 'info' : 'warn' }, pino.destination(2));
}

/** On an empty store only, or one where it was interrupted. */
async function addDemoData(services: Services): Promise<void> {
  const { fromTheBeginning, isUnfinished } = await import('../scripts/demo/unfinished.js');
  if ((await anyAccounts()) && !(await isUnfinished(services.connection))) return;
  say('The store is empty: creating demo data ...');
  const { seedDemo } = await import('../scripts/demo/seed.js');
  await fromTheBeginning(services.connection, () => seedDemo(services));
}

async function sayDemoLogins(): Promise<void> {
  const { demoLogins } = await import('../scripts/demo/people.js');
  if (!(await findAccountByEmail(demoLogins[0].email))) return;
  say('Demo accounts:');
  for (const { email, password, roles } of demoLogins) say(`  ${email}  ${password}  (${roles.join(', ')})`);
}

function listening(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
}

/** Port 0 lets the system choose one, which nobody could guess. */
function addressOf(server: Server, { port, baseUrl }: Config): string {
  return port === 0 ? `http://localhost:${(server.address() as AddressInfo).port}` : baseUrl;
}

function sentenceFor(error: unknown): string {
  if (error instanceof ConfigError) return `Cannot start, the configuration is not complete:\n${error.message}`;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `Cannot start: port ${port} is taken. Stop what runs there, or choose another: PORT=3001`;
  if (code === 'EACCES' && port !== undefined)
    return `Cannot start: we may not open port ${port}. Choose one above 1023.`;
  return `Cannot start: ${error instanceof Error ? error.stack : String(error)}`;
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
