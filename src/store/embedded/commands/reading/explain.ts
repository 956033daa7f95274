import { leadingQuery } from '../../aggregate/leading';
import type { Doc } from '../../bson/value';
import { ErrorCode, StoreError } from '../../errors';
import type { Examined } from '../../plan/table';
import { countMatches, describePlan, type Query, runQuery } from '../../query/run';
import type { Collection } from '../../storage/collection';
import { docField, docsField, type Handler, namespaceOf } from '../service';
import { countQuery } from './count';
import { findQuery } from './find';
import { queryOf } from './query';

/** The query inside each command that can be explained. */
const queries: Readonly<Record<string, (command: Doc) => Query>> = {
  find: findQuery,
  count: countQuery,
  distinct: (command) => queryOf(command, 'query'),
  findAndModify: (command) => ({ ...queryOf(command, 'query'), limit: 1 }),
  aggregate: (command) => ({ ...queryOf(command, 'no filter'), ...leadingQuery(docsField(command, 'pipeline')).query }),
  update: (command) => statementQuery(docsField(command, 'updates')[0]),
  delete: (command) => statementQuery(docsField(command, 'deletes')[0]),
};

function statementQuery(statement: Doc | undefined): Query {
  return queryOf(statement ?? {}, 'q');
}

/** `explain`: which way a command would take to its documents and, asked for more, what it reads there. */
export const explain: Handler = (call) => {
  const command = docField(call.command, 'explain');
  const [name = ''] = Object.keys(command);
  const make = Object.hasOwn(queries, name) ? queries[name] : undefined;
  if (!make) throw new StoreError(ErrorCode.CommandNotFound, `Explain failed due to unknown command: ${name}`);
  const namespace = namespaceOf({ ...call, target: command[name] });
  const collection = call.service.store.find(namespace);
  const query = make(command);
  const counts = countsOnly(name, command);
  const winningPlan = describePlan(collection, query, counts);
  const answer = { explainVersion: '1', queryPlanner: { namespace, winningPlan, rejectedPlans: [] }, command };
  const verbosity = call.command.verbosity ?? 'allPlansExecution';
  return verbosity === 'queryPlanner' ? answer : { ...answer, executionStats: statistics(collection, query, counts) };
};

function countsOnly(name: string, command: Doc): boolean {
  return (
    name === 'count' || (name === 'aggregate' && leadingQuery(docsField(command, 'pipeline')).countAs !== undefined)
  );
}

/** Runs the search, never the change. */
function statistics(collection: Collection | undefined, query: Query, counts: boolean): Doc {
  const examined: Examined = { keys: 0, documents: 0 };
  const nReturned = counts
    ? countMatches(collection, query, examined)
    : [...runQuery(collection, query, examined)].length;
  return { executionSuccess: true, nReturned, totalKeysExamined: examined.keys, totalDocsExamined: examined.documents };
}
