import type { Document } from 'bson';

/** A pipeline over documents numbered from 0 and what it gives, or the code it is refused with. */
export interface PipelineCase {
  readonly name: string;
  readonly docs: readonly Document[];
  readonly pipeline: readonly Document[];
  readonly gives?: readonly Document[];
  readonly code?: number;
  readonly reference?: 'differs';
}

const sales = [
  { kind: 'a', n: 1, tags: ['x', 'y'] },
  { kind: 'b', n: 5, tags: [] },
  { kind: 'a', n: 3, tags: ['y'] },
  { n: 2 },
];
const byId = { $sort: { _id: 1 } };

export const pipelineCases: readonly PipelineCase[] = [
  {
    name: '$project sees what its expressions name, by whatever name',
    docs: [{ a: 1, b: { c: 2, d: [3] }, e: 'b', g: 7 }],
    pipeline: [
      {
        $project: {
          _id: 0,
          g: 1,
          sum: { $add: ['$a', '$b.c', { $literal: 5 }] },
          said: { $literal: '$e' },
          whole: { $size: { $objectToArray: '$$ROOT' } },
          field: { $getField: 'e' },
          mapped: { $map: { input: '$b.d', as: 'one', in: { $add: ['$$one', '$a', '$$CURRENT.b.c'] } } },
          inner: { x: '$b.c' },
        },
      },
    ],
    gives: [{ g: 7, sum: 8, said: '$e', whole: 5, field: 'b', mapped: [6], inner: { x: 2 } }],
  },
  {
    name: '$project that names fields alone gives them in the order of the document',
    docs: [{ a: 1, b: { c: 2, d: 3 }, e: [{ f: 4, g: 5 }, 6] }],
    pipeline: [{ $project: { e: { f: 1 }, 'b.d': 1, n: { $size: '$e' }, later: '$a' } }],
    gives: [{ _id: 0, b: { d: 3 }, e: [{ f: 4 }], n: 2, later: 1 }],
  },
  {
    name: '$project that leaves a field out gives the others',
    docs: [{ a: 1, b: { c: 2, d: 3 }, e: 4 }],
    pipeline: [{ $project: { b: { c: 0 }, e: 0 } }],
    gives: [{ _id: 0, a: 1, b: { d: 3 } }],
  },
  {
    name: '$group sees what it names, deep in lists and by variables',
    docs: sales,
    pipeline: [
      {
        $group: {
          _id: null,
          all: { $push: { $cond: [{ $in: ['y', { $ifNull: ['$tags', []] }] }, '$n', '$$REMOVE'] } },
          whole: { $first: '$$ROOT' },
        },
      },
    ],
    gives: [{ _id: null, all: [1, 3], whole: { _id: 0, kind: 'a', n: 1, tags: ['x', 'y'] } }],
  },
  {
    name: '$group sums, counts and averages; missing is null',
    docs: sales,
    pipeline: [{ $group: { _id: '$kind', n: { $sum: '$n' }, count: { $count: {} }, mean: { $avg: '$n' } } }, byId],
    gives: [
      { _id: null, n: 2, count: 1, mean: 2 },
      { _id: 'a', n: 4, count: 2, mean: 2 },
      { _id: 'b', n: 5, count: 1, mean: 5 },
    ],
  },
  {
    name: '$group keeps first, last, least, greatest',
    docs: sales,
    pipeline: [
      byId,
      {
        $group: { _id: null, first: { $first: '$n' }, last: { $last: '$n' }, min: { $min: '$n' }, max: { $max: '$n' } },
      },
    ],
    gives: [{ _id: null, first: 1, last: 2, min: 1, max: 5 }],
  },
  {
    name: '$group collects',
    docs: sales,
    pipeline: [byId, { $group: { _id: '$kind', all: { $push: '$n' }, set: { $addToSet: '$kind' } } }, byId],
    gives: [
      { _id: null, all: [2], set: [] },
      { _id: 'a', all: [1, 3], set: ['a'] },
      { _id: 'b', all: [5], set: ['b'] },
    ],
    reference: 'differs',
  },
  {
    name: '$group takes 1 and 1.0 and int64 for one',
    docs: [{ v: 1 }, { v: 1.0 }, { v: 2 }],
    pipeline: [{ $group: { _id: '$v', n: { $sum: 1 } } }, byId],
    gives: [
      { _id: 1, n: 2 },
      { _id: 2, n: 1 },
    ],
  },
  {
    name: '$group by several',
    docs: sales,
    pipeline: [
      { $match: { kind: 'a' } },
      { $group: { _id: { kind: '$kind', big: { $gt: ['$n', 2] } }, n: { $sum: 1 } } },
      { $sort: { '_id.big': 1 } },
    ],
    gives: [
      { _id: { kind: 'a', big: false }, n: 1 },
      { _id: { kind: 'a', big: true }, n: 1 },
    ],
  },
  {
    name: '$group with an unknown operator',
    docs: [],
    pipeline: [{ $group: { _id: null, x: { $nope: 1 } } }],
    code: 15952,
  },
  {
    name: '$unwind',
    docs: sales,
    pipeline: [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
    gives: [
      { _id: 0, tags: 'x' },
      { _id: 0, tags: 'y' },
      { _id: 2, tags: 'y' },
    ],
  },
  {
    name: '$unwind keeps empty ones when asked',
    docs: sales.slice(0, 2),
    pipeline: [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
      { $project: { tags: 1, i: 1 } },
    ],
    gives: [
      { _id: 0, tags: 'x', i: 0 },
      { _id: 0, tags: 'y', i: 1 },
      { _id: 1, i: null },
    ],
  },
  {
    name: '$count of nothing gives nothing',
    docs: sales,
    pipeline: [{ $match: { n: 99 } }, { $count: 'n' }],
    gives: [],
    reference: 'differs',
  },
  { name: '$count', docs: sales, pipeline: [{ $match: { n: { $gt: 1 } } }, { $count: 'n' }], gives: [{ n: 3 }] },
  {
    name: '$sort, $skip, $limit',
    docs: sales,
    pipeline: [{ $sort: { n: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { n: 1 } }],
    gives: [
      { _id: 2, n: 3 },
      { _id: 3, n: 2 },
    ],
  },
  {
    name: '$limit before $sort',
    docs: sales,
    pipeline: [{ $limit: 2 }, { $sort: { n: -1 } }, { $project: { n: 1 } }],
    gives: [
      { _id: 1, n: 5 },
      { _id: 0, n: 1 },
    ],
  },
  { name: '$limit of zero', docs: [], pipeline: [{ $limit: 0 }], code: 15958 },
  {
    name: '$sortByCount',
    docs: sales,
    pipeline: [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
    gives: [
      { _id: 'y', count: 2 },
      { _id: 'x', count: 1 },
    ],
  },
  {
    name: '$lookup by fields',
    docs: [{ parent: 1 }, { parent: 9 }, {}],
    pipeline: [
      { $lookup: { from: 'cases', localField: 'parent', foreignField: '_id', as: 'found' } },
      { $project: { ids: '$found._id' } },
    ],
    gives: [
      { _id: 0, ids: [1] },
      { _id: 1, ids: [] },
      { _id: 2, ids: [] },
    ],
  },
  {
    name: '$lookup with a pipeline',
    docs: [{ k: 1 }, { k: 2 }],
    pipeline: [
      {
        $lookup: {
          from: 'cases',
          let: { k: '$k' },
          pipeline: [{ $match: { $expr: { $lt: ['$k', '$$k'] } } }, { $project: { _id: 1 } }],
          as: 'less',
        },
      },
      { $project: { less: 1 } },
    ],
    gives: [
      { _id: 0, less: [] },
      { _id: 1, less: [{ _id: 0 }] },
    ],
  },
  {
    name: '$facet',
    docs: sales,
    pipeline: [{ $facet: { count: [{ $count: 'n' }], big: [{ $match: { n: 5 } }, { $project: { _id: 1 } }] } }],
    gives: [{ count: [{ n: 4 }], big: [{ _id: 1 }] }],
  },
  {
    name: '$addFields sets nested fields',
    docs: [{ a: { b: 1 } }],
    pipeline: [{ $addFields: { 'a.c': { $add: ['$a.b', 1] } } }],
    gives: [{ _id: 0, a: { b: 1, c: 2 } }],
  },
  {
    name: '$project in',
    docs: [{ a: 1, b: { c: 1, d: 2 }, e: 3 }],
    pipeline: [{ $project: { 'b.d': 1, a: 1 } }],
    gives: [{ _id: 0, a: 1, b: { d: 2 } }],
  },
  {
    name: '$project out',
    docs: [{ a: 1, b: { c: 1, d: 2 } }],
    pipeline: [{ $project: { 'b.d': 0, _id: 0 } }],
    gives: [{ a: 1, b: { c: 1 } }],
  },
  {
    name: '$project through arrays',
    docs: [{ a: [{ b: 1, c: 2 }, 5, [{ b: 3 }]] }],
    pipeline: [{ $project: { 'a.b': 1 } }],
    gives: [{ _id: 0, a: [{ b: 1 }, [{ b: 3 }]] }],
  },
  {
    name: '$project mixing in and out',
    docs: [],
    pipeline: [{ $project: { a: 1, b: 0 } }],
    code: 31254,
    reference: 'differs',
  },
  { name: '$project of nothing', docs: [], pipeline: [{ $project: {} }], code: 51272, reference: 'differs' },
  { name: '$unionWith', docs: [{ n: 1 }], pipeline: [{ $unionWith: 'cases' }, { $count: 'n' }], gives: [{ n: 2 }] },
  {
    name: '$replaceRoot by what is no document',
    docs: [{ a: 1 }],
    pipeline: [{ $replaceRoot: { newRoot: '$a' } }],
    code: 40228,
  },
  { name: 'two stages in one', docs: [], pipeline: [{ $match: {}, $limit: 1 }], code: 40323 },
  { name: 'an unknown stage', docs: [], pipeline: [{ $nope: {} }], code: 40324 },
  { name: '$geoNear is refused', docs: [], pipeline: [{ $geoNear: {} }], code: 115, reference: 'differs' },
  { name: '$changeStream is refused', docs: [], pipeline: [{ $changeStream: {} }], code: 40573, reference: 'differs' },
];

/** A projection of one document by `find`. */
export interface ProjectionCase {
  readonly name: string;
  readonly doc: Document;
  readonly projection: Document;
  readonly gives?: Document;
  /** Where the order of the fields is the point. */
  readonly fields?: readonly string[];
  readonly code?: number;
  readonly reference?: 'differs';
}

export const projectionCases: readonly ProjectionCase[] = [
  {
    name: 'the _id stands where it stood, first',
    doc: { b: 1, a: 2 },
    projection: { a: 1, b: 1 },
    fields: ['_id', 'b', 'a'],
  },
  { name: 'without the _id', doc: { a: 1 }, projection: { _id: 0 }, gives: { a: 1 } },
  {
    name: '$slice keeps the other fields',
    doc: { a: [1, 2, 3], b: 1 },
    projection: { a: { $slice: -2 } },
    gives: { _id: 0, a: [2, 3], b: 1 },
  },
  {
    name: '$slice from a position',
    doc: { a: [1, 2, 3] },
    projection: { a: { $slice: [1, 1] } },
    gives: { _id: 0, a: [2] },
  },
  {
    name: '$elemMatch gives the first that matches',
    doc: { a: [{ x: 1 }, { x: 2, y: 1 }, { x: 2 }], b: 1 },
    projection: { a: { $elemMatch: { x: 2 } } },
    gives: { _id: 0, a: [{ x: 2, y: 1 }] },
  },
  {
    name: 'a computed field',
    doc: { a: 2 },
    projection: { double: { $multiply: ['$a', 2] } },
    gives: { _id: 0, double: 4 },
  },
  { name: 'mixing in and out', doc: {}, projection: { a: 1, b: 0 }, code: 31254 },
  { name: 'colliding paths', doc: {}, projection: { a: 1, 'a.b': 1 }, code: 31249 },
  {
    name: 'a path and the same again',
    doc: {},
    projection: { 'a.b': 1, a: { b: 1 } },
    code: 31250,
    reference: 'differs',
  },
  {
    name: 'the positional projection is refused',
    doc: { a: [1] },
    projection: { 'a.$': 1 },
    code: 115,
    reference: 'differs',
  },
];
