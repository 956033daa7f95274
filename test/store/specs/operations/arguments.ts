import { type Document, ReadConcern, ReadPreference } from 'mongodb';
import type { Entities } from '../match';

/** An operation as the driver has it. */
export type Run<T> = (target: T, args: Document, entities: Entities) => unknown;

/** Everything but the named arguments is an option. */
export function options(args: Document, ...named: string[]): Document {
  return Object.fromEntries(Object.entries(args).filter(([name]) => !named.includes(name)));
}

/** The format says `After` where the driver says `after`. */
export function withReturnDocument(args: Document): Document {
  const { returnDocument, ...others } = args;
  return returnDocument ? { ...others, returnDocument: returnDocument.toLowerCase() } : others;
}

/** Options every level has, in the driver's classes. */
export function concerns({ readConcern, readPreference, ...others }: Document): Document {
  return {
    ...others,
    ...(readConcern ? { readConcern: ReadConcern.fromOptions(readConcern) } : {}),
    ...(readPreference ? { readPreference: preferenceOf(readPreference) } : {}),
  };
}

function preferenceOf({ mode, tagSets, maxStalenessSeconds }: Document): ReadPreference {
  return new ReadPreference(mode, tagSets, maxStalenessSeconds ? { maxStalenessSeconds } : undefined);
}
