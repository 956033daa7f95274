import type { z } from 'zod';
import type { Upload } from '../../appeals/with-photos';
import type { AccountActor } from '../../domain/actor';
import type { ApiScope } from '../../domain/api-scopes';
import type { Language } from '../../domain/languages';
import { parseSent } from './parse-sent';

/** Who asks by the API, and for what. */
export interface Call {
  readonly actor: AccountActor;
  readonly language: Language;
  /** @returns a part of the address. @throws NotFound when it is not one text */
  readonly param: (name: string) => string;
  /** As it stands in the address. */
  readonly query: unknown;
  /** As it was sent. */
  readonly sent: unknown;
  readonly photos: readonly Upload[];
  /** The version the command is for; undefined where nobody said, or any would do. */
  readonly onlyVersion: number | undefined;
  /** Fingerprint of the request, where it has an `Idempotency-Key`: what it makes is not made again. */
  readonly submission?: string | undefined;
}

/** A resource as somebody may read it. */
export interface Shown {
  readonly json: object;
  /** Which commands on it name; missing where it has none. */
  readonly version?: number;
}

/** What all operations have. */
interface Endpoint {
  /** Its texts stand under `api.operation.<id>`. */
  readonly id: string;
  readonly path: string;
  readonly tag: 'appeals' | 'finds' | 'shipments' | 'updates' | 'spares';
  /** Who may use it; what they see and may do is said where they see and do it. */
  readonly guard: 'signedIn' | 'agent';
  readonly scope: ApiScope;
}

/** Reads something, and changes nothing. */
export interface Reading extends Endpoint {
  readonly method: 'get';
  readonly query: z.ZodType | null;
  readonly answer: z.ZodType;
  readonly read: (call: Call) => Promise<Shown>;
}

/** Changes something; answered with what became of it. */
export interface Command extends Endpoint {
  readonly method: 'post';
  readonly body: z.ZodType;
  /** How many photos may come along, as multipart. */
  readonly mostPhotos: number;
  /** It is a decision about what was seen, so it says which version that was. */
  readonly needsVersion: boolean;
  readonly status: 200 | 201;
  /** How the outcome is read. */
  readonly next: Reading;
  /** @returns what stands in the address of the outcome */
  readonly run: (call: Call) => Promise<Record<string, string>>;
}

/** One thing that can be done by the API. The router and the description are both made of it. */
export type Operation = Reading | Command;

type NewReading<Query extends z.ZodType> = Omit<Reading, 'method' | 'query' | 'read'> & {
  query?: Query;
  read: (call: Call, query: z.output<Query>) => Promise<Shown>;
};

/** @param given a query that is not named takes nothing */
export function reading<Query extends z.ZodType>({ query, read, ...rest }: NewReading<Query>): Reading {
  return {
    ...rest,
    method: 'get',
    query: query ?? null,
    read: (call) => read(call, (query ? parseSent(query, call.query) : undefined) as z.output<Query>),
  };
}

type NewCommand<Body extends z.ZodType> = Omit<Command, 'method' | 'body' | 'run' | 'mostPhotos' | 'needsVersion'> & {
  body: Body;
  mostPhotos?: number;
  needsVersion?: boolean;
  run: (call: Call, body: z.output<Body>) => Promise<Record<string, string>>;
};

/** @param given without photos, and about any version, unless said otherwise */
export function command<Body extends z.ZodType>({ run, ...rest }: NewCommand<Body>): Command {
  return {
    mostPhotos: 0,
    needsVersion: false,
    ...rest,
    method: 'post',
    run: (call) => run(call, parseSent(rest.body, call.sent)),
  };
}
