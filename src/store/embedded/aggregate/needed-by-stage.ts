import { type Doc, isDoc, isNumeric } from '../bson/value';
import { type NeededFields, topOf, union } from '../query/needed-fields';

/** @returns what a stage looks at in the documents that flow in, where it gives on nothing else of them */
export function neededByStage(stage: Doc | undefined): NeededFields {
  const [[name, argument] = [], ...more] = Object.entries(stage ?? {});
  if (more.length > 0 || !isDoc(argument)) return undefined;
  if (name === '$group') return neededByExpression(argument);
  return name === '$project' ? neededByProject(argument) : undefined;
}

/** A projection that leaves fields out gives on all the others. */
function neededByProject(fields: Doc): NeededFields {
  const { _id: id, ...others } = fields;
  const names = Object.keys(others);
  if (names.length === 0 || names.some((name) => leavesOut(others[name]))) return undefined;
  return union([new Set(['_id', ...names.map(topOf)]), neededByExpression(id), neededByExpression(others)]);
}

function leavesOut(value: unknown): boolean {
  if (isDoc(value)) return Object.values(value).some(leavesOut);
  return value === false || (isNumeric(value) && Number(value) === 0);
}

/** Operators that name fields in another way than by `$`. */
const OPAQUE = ['$getField', '$setField', '$unsetField', '$meta', 'sortBy'];

/** The whole document by a name; other variables hold what an expression elsewhere gave them. */
const WHOLE = ['$$ROOT', '$$CURRENT'];

function neededByExpression(expression: unknown): NeededFields {
  if (typeof expression === 'string') return neededByText(expression);
  if (Array.isArray(expression)) return union(expression.map(neededByExpression));
  if (!isDoc(expression)) return new Set();
  const names = Object.keys(expression);
  if (names.some((name) => OPAQUE.includes(name))) return undefined;
  return names.includes('$literal') ? new Set() : union(Object.values(expression).map(neededByExpression));
}

function neededByText(text: string): NeededFields {
  if (text.startsWith('$$')) return WHOLE.includes(topOf(text)) ? undefined : new Set();
  return text.startsWith('$') ? new Set([topOf(text.slice(1))]) : new Set();
}
