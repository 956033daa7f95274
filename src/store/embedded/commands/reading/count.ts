import { type Doc, typeOf } from '../../bson/value';
import { ErrorCode, StoreError } from '../../errors';
import { Distinct } from '../../query/by-value';
import { someValue } from '../../query/path-values';
import { countMatches, type Query, runQuery } from '../../query/run';
import { type Handler, namespaceOf, numberField } from '../service';
import { queryOf } from './query';

export const count: Handler = (call) => ({
  n: countMatches(call.service.store.find(namespaceOf(call)), countQuery(call.command)),
});

export function countQuery(command: Doc): Query {
  return { ...queryOf(command, 'query'), limit: Math.abs(numberField(command, 'limit', 0)) };
}

/** `distinct`: the values of a field, each once; of arrays their elements. */
export const distinct: Handler = (call) => {
  const { key } = call.command;
  if (typeof key !== 'string' || key === '') {
    throw new StoreError(ErrorCode.TypeMismatch, `Field 'key' must be a string, not ${typeOf(key)}`);
  }
  const query = queryOf(call.command, 'query');
  const values = new Distinct(query.strings);
  for (const { doc } of runQuery(call.service.store.find(namespaceOf(call)), query)) collect(doc, key, values);
  return { values: values.all() };
};

function collect(doc: Doc, key: string, values: Distinct): void {
  someValue(doc, key.split('.'), false, (value) => {
    const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const element of elements) if (element !== undefined) values.add(element);
    return false;
  });
}
