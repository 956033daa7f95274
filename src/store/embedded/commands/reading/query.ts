import type { Doc } from '../../bson/value';
import { StoreError } from '../../errors';
import { evaluate, type Scope } from '../../expression/evaluate';
import { toStringOrder } from '../../query/collation';
import type { Query } from '../../query/run';
import { docField, numberField } from '../service';

/** What `find`, `count`, `distinct` and the statements of writes have in common; the filter's name differs. */
export function queryOf(command: Doc, filterField: string): Query {
  const skip = numberField(command, 'skip', 0);
  if (skip < 0) throw new StoreError(51024, `BSON field 'skip' value must be >= 0, actual value '${skip}'`);
  return {
    filter: docField(command, filterField),
    sort: docField(command, 'sort'),
    skip,
    hint: command.hint,
    strings: toStringOrder(command.collation),
    scope: scopeOf(command),
  };
}

/** Variables of the command's `let`, and the time it runs at. */
export function scopeOf(command: Doc): Scope {
  const variables = Object.entries(docField(command, 'let')).map(
    ([name, value]) => [name, evaluate(value, {})] as const,
  );
  return new Map([['NOW', new Date()], ...variables]);
}

/** `batchSize`, undefined for MongoDB's default. */
export function batchSizeOf(options: Doc): number | undefined {
  return options.batchSize === undefined ? undefined : numberField(options, 'batchSize', 0);
}
