import { accumulators, REFUSED_ACCUMULATORS } from '../../../src/store/embedded/aggregate/accumulators';
import { rewriters } from '../../../src/store/embedded/aggregate/rewrite';
import { REFUSED_STAGES, stages } from '../../../src/store/embedded/aggregate/stages';
import { handlers } from '../../../src/store/embedded/commands/dispatch';
import { REFUSED_OPTIONS } from '../../../src/store/embedded/commands/managing/collections';
import { INDEX_OPTIONS } from '../../../src/store/embedded/commands/managing/indexes';
import { REFUSED_FIND } from '../../../src/store/embedded/commands/reading/find';
import { REFUSED_COMMANDS } from '../../../src/store/embedded/commands/refused';
import { specialForms } from '../../../src/store/embedded/expression/forms';
import { functions } from '../../../src/store/embedded/expression/functions/all';
import { REFUSED_EXPRESSIONS } from '../../../src/store/embedded/expression/refused';
import { REFUSED_TOP_LEVEL, topLevelOperators } from '../../../src/store/embedded/query/filter/compile';
import { conditions, REFUSED_CONDITIONS } from '../../../src/store/embedded/query/filter/conditions';
import { operators } from '../../../src/store/embedded/query/filter/operators';
import { fieldOperators } from '../../../src/store/embedded/update/operators';
import { MODIFIERS } from '../../../src/store/embedded/update/push';

/** Stages the aggregate command knows itself. */
const LAST = ['$out', '$merge'];
const FIRST = ['$documents'];

/** The code's own lists, by what the README calls them. */
export const supported: Readonly<Record<string, readonly string[]>> = {
  commands: Object.keys(handlers),
  'filters, top level': Object.keys(topLevelOperators),
  'filters, on a field': [...new Set([...Object.keys(conditions), ...Object.keys(operators)])],
  updates: [...Object.keys(fieldOperators), '$unset', '$rename'],
  'updates, modifiers of `$push`': MODIFIERS,
  stages: [...Object.keys(stages), ...Object.keys(rewriters)],
  'stages, last': LAST,
  'stages, first on a database': FIRST,
  accumulators: Object.keys(accumulators),
  expressions: [...Object.keys(specialForms), ...Object.keys(functions)],
  'options of an index': INDEX_OPTIONS,
};

/** The same of what is refused. */
export const refused: Readonly<Record<string, readonly string[]>> = {
  commands: [...REFUSED_COMMANDS],
  'filters, top level': [...REFUSED_TOP_LEVEL],
  'filters, on a field': [...REFUSED_CONDITIONS],
  'options of find': REFUSED_FIND,
  'options of a collection': REFUSED_OPTIONS,
  'kinds of index': ['text', '2d', '2dsphere', 'hashed'],
  stages: [...REFUSED_STAGES].filter((name) => ![...LAST, ...FIRST].includes(name)),
  'stages, elsewhere than where they belong': [...LAST, ...FIRST],
  'stages of replica sets': ['$changeStream'],
  accumulators: [...REFUSED_ACCUMULATORS],
  expressions: [...REFUSED_EXPRESSIONS],
};
