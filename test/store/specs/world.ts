import type { MongoClient } from 'mongodb';
import type { Entities } from './match';

/** What a driver has told of itself. */
export interface SeenEvent {
  readonly kind: string;
  readonly client: string;
  readonly event: unknown;
}

/** All that exists while one test runs. */
export interface World {
  readonly uri: string;
  /** For what the test does not watch. */
  readonly setup: MongoClient;
  readonly entities: Entities;
  readonly events: SeenEvent[];
  /** To be switched off afterwards. */
  readonly failPoints: Set<string>;
}
