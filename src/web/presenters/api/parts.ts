import { z } from 'zod';
import type { AccountActor } from '../../../domain/actor';

/** Whoever reads, the names of those who are named, and where our addresses begin. */
export interface ApiReader {
  readonly actor: AccountActor;
  /** By account id. */
  readonly names: ReadonlyMap<string, string>;
  /** No slash at its end. */
  readonly baseUrl: string;
}

/** The same for a case. */
export interface CaseReader extends ApiReader {
  /** Whether they read it as agents do. */
  readonly reads: boolean;
}

export const instant = z.iso.datetime();

/** Somebody of the house. */
export const personSchema = z.strictObject({ id: z.string(), name: z.string() }).meta({ id: 'Person' });

/** @returns somebody by id and name; the name is empty once the account is gone */
export function personJson(id: string, { names }: Pick<ApiReader, 'names'>): z.infer<typeof personSchema> {
  return { id, name: names.get(id) ?? '' };
}

/** One thing known of what is sought or offered. */
export const attributeSchema = z.strictObject({ label: z.string(), value: z.string() }).meta({ id: 'Attribute' });

/** A page of a list of these; `next` is the cursor of the next one. */
export function listOf<Item extends z.ZodType>(item: Item, id: string) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() }).meta({ id });
}
