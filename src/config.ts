import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Color from 'colorjs.io';
import { z } from 'zod';
import { type SingleSignOnConfig, singleSignOnOf, singleSignOnSchema } from './config/single-sign-on';
import { type RuleDays, ruleIds } from './domain/retention';

/** Folder of package.json; the same whether we run from `src` or from `dist/src`. */
export const projectRoot = findRoot(__dirname);

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  AUDIT_SECRET: z.string().min(32).optional(),
  MONGODB_URI: z.string().startsWith('mongodb').optional(),
  STORE: z.literal('embedded').optional(),
  DATA_DIR: z.string().default('data'),
  UPLOADS_DIR: z.string().default('uploads'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  HOLIDAYS: z
    .string()
    .regex(/^\s*\d{4}-\d\d-\d\d(\s*,\s*\d{4}-\d\d-\d\d)*\s*$/, 'days such as 2026-12-25, separated by commas')
    .transform((days) => days.split(',').map((day) => day.trim()))
    .default([]),
  UNDO_SECONDS: z.coerce.number().int().min(0).max(300).default(15),
  IMAP_URL: z.url({ protocol: /^imaps?$/ }).optional(),
  MAIL_FROM: z.string().default('Fundus <fundus@localhost>'),
  SPARE_CONFIRM_DAYS: z.coerce.number().int().min(1).max(3650).default(182),
  OWNER_KEEP_DAYS: z.coerce.number().int().min(1).max(3650).default(182),
  PUBLIC_CLAIMS: flag.default(false),
  WEBHOOK_URL: z.url({ protocol: /^https$/ }).optional(),
  WEBHOOK_SECRET: z.string().min(32).optional(),
  WEBHOOK_CHANNELS: z
    .string()
    .default('facebook,x,community')
    .transform((given) => given.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(['facebook', 'x', 'community']))),
  BRAND_NAME: z.string().min(1).max(40).default('Fundus'),
  BRAND_COLOR: z.string().refine(isOpaqueColour, 'a colour as CSS writes it, such as #b3265e').optional(),
  DEMO_DATA: flag.optional(),
  WRITES_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  STATUS_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(300),
  RETENTION_DAYS: z
    .string()
    .transform((given) =>
      Object.fromEntries(given.split(',').map((pair) => pair.split('=').map((part) => part.trim()))),
    )
    .pipe(z.partialRecord(z.enum(ruleIds), z.coerce.number().int().min(1).max(36_500)))
    .default({}),
  API_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  METRICS_TOKEN: z.string().min(32).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  ...singleSignOnSchema,
});

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** Origin people reach us under, no trailing slash; links in mails are built from it. */
  readonly baseUrl: string;
  readonly sessionSecret: string;
  /** What the audit is sealed with. */
  readonly auditSecret: string;
  /** Undefined means: run the embedded store. */
  readonly mongodbUri: string | undefined;
  readonly dataDir: string;
  readonly uploadsDir: string;
  /** Undefined means: mails land as files in `<dataDir>/outbox`. */
  readonly smtpUrl: string | undefined;
  /** Mailbox that answers to our mails come to; undefined means: nobody reads them for us. */
  readonly imapUrl: string | undefined;
  readonly mailFrom: string;
  /** How long a mail is held before it goes, so that it can be taken back. */
  readonly undoSeconds: number;
  /** How often whoever keeps a spare is asked whether it is still there. */
  readonly spareConfirmDays: number;
  /** How long a found thing is kept for its owner before it is decided what becomes of it. */
  readonly ownerKeepDays: number;
  /** Whether people outside may report what they have lost. */
  readonly publicClaims: boolean;
  /** When the house works; promises to customers are counted in its days. */
  readonly calendar: { readonly holidays: readonly string[]; readonly timeZone: string };
  /** The social media suite that posts texts for us; undefined means: agents post them by hand. */
  readonly webhook: WebhookConfig | undefined;
  /** How often one account may change something, and one address ask for status pages. */
  readonly limits: { readonly writesPerMinute: number; readonly statusRequestsPerMinute: number };
  /** How many days something is kept, where the house wants it otherwise than the table of rules says. */
  readonly retentionDays: RuleDays;
  /** How often one token may ask for anything. */
  readonly apiRequestsPerMinute: number;
  /** What whoever reads the metrics shows; undefined means: there are none. */
  readonly metricsToken: string | undefined;
  readonly brandName: string;
  /** Any opaque colour of CSS; undefined means: our own. Contrast is seen to where it is used. */
  readonly brandColor: string | undefined;
  readonly demoData: boolean;
  /** How many proxies in front of us are trusted to name the client's address. */
  readonly trustProxy: number;
  /** Undefined means: everybody signs in here. */
  readonly singleSignOn: SingleSignOnConfig;
  /** Whether people may sign in with a password that is kept here. */
  readonly localSignIn: boolean;
  /** Who of those has to have a second factor; `agents`: admins as well. */
  readonly requireSecondFactor: 'none' | 'admins' | 'agents';
}

export interface WebhookConfig {
  readonly url: string;
  readonly secret: string;
  readonly channels: readonly ('facebook' | 'x' | 'community')[];
}

/** What keeps the application from booting: one line a variable. */
export class ConfigError extends Error {}

/**
 * Reads the environment once.
 * @returns a frozen configuration
 * @throws ConfigError naming every variable that is missing or malformed
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environmentSchema.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const given = parsed.data;
  const production = given.NODE_ENV === 'production';
  if (production) requireForProduction(given);
  if (given.IMAP_URL) requireReplyRoom(given.MAIL_FROM);
  const dataDir = path.resolve(projectRoot, given.DATA_DIR);
  const sessionSecret = given.SESSION_SECRET ?? keptSecret(dataDir);
  return Object.freeze({
    production,
    port: given.PORT,
    host: given.HOST,
    baseUrl: (given.BASE_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, ''),
    sessionSecret,
    auditSecret: given.AUDIT_SECRET ?? sessionSecret,
    mongodbUri: given.MONGODB_URI,
    dataDir,
    uploadsDir: path.resolve(projectRoot, given.UPLOADS_DIR),
    smtpUrl: given.SMTP_URL,
    imapUrl: given.IMAP_URL,
    mailFrom: given.MAIL_FROM,
    undoSeconds: given.UNDO_SECONDS,
    spareConfirmDays: given.SPARE_CONFIRM_DAYS,
    ownerKeepDays: given.OWNER_KEEP_DAYS,
    publicClaims: given.PUBLIC_CLAIMS,
    calendar: { holidays: given.HOLIDAYS, timeZone: 'Europe/Berlin' },
    webhook: webhookOf(given),
    limits: { writesPerMinute: given.WRITES_PER_MINUTE, statusRequestsPerMinute: given.STATUS_REQUESTS_PER_MINUTE },
    retentionDays: given.RETENTION_DAYS,
    apiRequestsPerMinute: given.API_REQUESTS_PER_MINUTE,
    metricsToken: given.METRICS_TOKEN,
    brandName: given.BRAND_NAME,
    brandColor: given.BRAND_COLOR,
    demoData: given.DEMO_DATA ?? !production,
    trustProxy: given.TRUST_PROXY,
    singleSignOn: singleSignOnOf(given, refuse),
    localSignIn: given.LOCAL_SIGN_IN,
    requireSecondFactor: given.REQUIRE_SECOND_FACTOR,
  });
}

function refuse(lines: string): never {
  throw new ConfigError(lines);
}

function isOpaqueColour(given: string): boolean {
  const colour = Color.try(given);
  return colour !== null && Number(colour.alpha) === 1;
}

/** An empty variable means "not set", as in most process managers. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

function requireForProduction(given: z.infer<typeof environmentSchema>): void {
  const missing: string[] = [];
  if (!given.SESSION_SECRET)
    missing.push('SESSION_SECRET: missing (at least 32 characters; signs sessions and status links)');
  if (!given.BASE_URL) missing.push('BASE_URL: missing (the https address people reach this board under)');
  else if (!given.BASE_URL.startsWith('https:')) missing.push('BASE_URL: not https (cookies are sent over TLS alone)');
  if (!given.MONGODB_URI && !given.STORE) {
    missing.push('MONGODB_URI: missing (a MongoDB replica set; or STORE=embedded for a small single-node install)');
  }
  if (given.IMAP_URL?.startsWith('imap:') && !isLoopback(given.IMAP_URL))
    missing.push('IMAP_URL: not imaps (the password travels over TLS alone)');
  if (missing.length > 0) throw new ConfigError(missing.join('\n'));
}

function webhookOf(given: z.infer<typeof environmentSchema>): WebhookConfig | undefined {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret, WEBHOOK_CHANNELS: channels } = given;
  if (!url) return undefined;
  if (!secret)
    throw new ConfigError('WEBHOOK_SECRET: missing (at least 32 characters; signs what goes to WEBHOOK_URL)');
  return { url, secret, channels };
}

function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

/** Beside 26 characters there is room for the token of a reply address: RFC 5321 allows 64 before the @. */
function requireReplyRoom(mailFrom: string): void {
  if (!/(^|[<\s])[^\s<>@+]{1,26}@[^\s<>@]+/.test(mailFrom))
    throw new ConfigError('MAIL_FROM: with IMAP_URL at most 26 characters before the @, and no plus');
}

/** Outside production the secret is made once and kept beside the data, so that a restart signs nobody out. */
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'session-secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}

function findRoot(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('package.json not found above the program');
  return findRoot(parent);
}
