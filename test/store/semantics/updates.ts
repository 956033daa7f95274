import { Decimal128, type Document, Long } from 'bson';

/** An update of one document: what it is afterwards, or the code it is refused with. */
export interface UpdateCase {
  readonly name: string;
  readonly before: Document;
  readonly update: Document | Document[];
  readonly filter?: Document;
  readonly options?: Document;
  readonly after?: Document;
  /** Only the order of fields, where that is the point. */
  readonly fields?: readonly string[];
  readonly code?: number;
  readonly reference?: 'differs';
}

export const updateCases: readonly UpdateCase[] = [
  { name: '$set of the same _id', before: { a: 1 }, update: { $set: { _id: 0, a: 2 } }, after: { a: 2 } },
  { name: '$set of another _id', before: { a: 1 }, update: { $set: { _id: 7 } }, code: 66 },
  {
    name: 'a replacement with another _id',
    before: { a: 1 },
    update: [{ $replaceWith: { _id: 9 } }],
    code: 66,
    reference: 'differs',
  },
  { name: '$inc of text', before: { a: 'x' }, update: { $inc: { a: 1 } }, code: 14 },
  { name: '$inc of null', before: { a: null }, update: { $inc: { a: 1 } }, code: 14 },
  { name: '$inc by text', before: { a: 1 }, update: { $inc: { a: 'x' } }, code: 14 },
  { name: '$inc of a missing field', before: {}, update: { $inc: { 'a.b': 2 } }, after: { a: { b: 2 } } },
  {
    name: '$inc beyond int32 keeps whole numbers',
    before: { a: 2_147_483_647 },
    update: { $inc: { a: 1 } },
    after: { a: 2_147_483_648 },
  },
  {
    name: '$inc of int64 is exact',
    before: { a: Long.fromString('9007199254740993') },
    update: { $inc: { a: 2 } },
    after: { a: Long.fromString('9007199254740995') },
  },
  { name: '$inc beyond int64', before: { a: Long.MAX_VALUE }, update: { $inc: { a: 1 } }, code: 2 },
  {
    name: '$inc of Decimal128 is refused',
    before: { a: Decimal128.fromString('1') },
    update: { $inc: { a: 1 } },
    code: 14,
    reference: 'differs',
  },
  { name: '$mul', before: { a: 3 }, update: { $mul: { a: 2, b: 5 } }, after: { a: 6, b: 0 } },
  { name: '$push to what is no array', before: { a: 'x' }, update: { $push: { a: 1 } }, code: 2 },
  { name: '$push to null', before: { a: null }, update: { $push: { a: 1 } }, code: 2 },
  { name: '$push to a missing field', before: {}, update: { $push: { a: 1 } }, after: { a: [1] } },
  {
    name: '$push sorts by several fields, then slices',
    before: { a: [{ x: 2, y: 1 }] },
    update: {
      $push: {
        a: {
          $each: [
            { x: 1, y: 1 },
            { x: 1, y: 2 },
          ],
          $sort: { x: 1, y: -1 },
          $slice: 2,
        },
      },
    },
    after: {
      a: [
        { x: 1, y: 2 },
        { x: 1, y: 1 },
      ],
    },
  },
  {
    name: '$push with a negative slice',
    before: { a: [1, 2, 3] },
    update: { $push: { a: { $each: [4], $slice: -2 } } },
    after: { a: [3, 4] },
  },
  {
    name: '$push at a position',
    before: { a: [1, 4] },
    update: { $push: { a: { $each: [2, 3], $position: 1 } } },
    after: { a: [1, 2, 3, 4] },
  },
  {
    name: '$push at a position from the end',
    before: { a: [1, 3] },
    update: { $push: { a: { $each: [2], $position: -1 } } },
    after: { a: [1, 2, 3] },
  },
  {
    name: '$push sorts scalars across types',
    before: { a: ['b', 2] },
    update: { $push: { a: { $each: [null, 'a', 1], $sort: 1 } } },
    after: { a: [null, 1, 2, 'a', 'b'] },
  },
  {
    name: '$addToSet tells documents by their order',
    before: { a: [{ x: 1, y: 2 }] },
    update: {
      $addToSet: {
        a: {
          $each: [
            { y: 2, x: 1 },
            { x: 1, y: 2 },
          ],
        },
      },
    },
    after: {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  },
  { name: '$addToSet to what is no array', before: { a: 1 }, update: { $addToSet: { a: 1 } }, code: 2 },
  { name: '$pull by value', before: { a: [1, 2, 1] }, update: { $pull: { a: 1 } }, after: { a: [2] } },
  { name: '$pull by condition', before: { a: [1, 5, 9] }, update: { $pull: { a: { $gte: 5 } } }, after: { a: [1] } },
  {
    name: '$pull of documents by some of their fields',
    before: { a: [{ x: 1, y: 1 }, { x: 2 }] },
    update: { $pull: { a: { x: 1 } } },
    after: { a: [{ x: 2 }] },
  },
  { name: '$pull from what is no array', before: { a: 1 }, update: { $pull: { a: 1 } }, code: 2 },
  { name: '$pullAll', before: { a: [1, 2, 3, 1] }, update: { $pullAll: { a: [1, 3] } }, after: { a: [2] } },
  { name: '$pop', before: { a: [1, 2, 3] }, update: { $pop: { a: -1 } }, after: { a: [2, 3] } },
  { name: '$pop by something else', before: { a: [1] }, update: { $pop: { a: 2 } }, code: 9 },
  {
    name: '$unset of an element leaves null',
    before: { a: [1, 2] },
    update: { $unset: { 'a.0': '' } },
    after: { a: [null, 2] },
  },
  { name: '$rename', before: { a: 1 }, update: { $rename: { a: 'b.c' } }, after: { b: { c: 1 } } },
  {
    name: '$rename within an array',
    before: { a: [{ b: 1 }] },
    update: { $rename: { 'a.b': 'c' } },
    code: 2,
    reference: 'differs',
  },
  {
    name: '$min and $max across types',
    before: { a: 5, b: 5 },
    update: { $min: { a: 'x' }, $max: { b: 'x' } },
    after: { a: 5, b: 'x' },
  },
  { name: '$bit', before: { a: 13 }, update: { $bit: { a: { and: 10 } } }, after: { a: 8 } },
  {
    name: 'the positional operator',
    before: { a: [{ x: 1 }, { x: 2 }] },
    filter: { 'a.x': 2 },
    update: { $set: { 'a.$.y': 9 } },
    after: { a: [{ x: 1 }, { x: 2, y: 9 }] },
  },
  {
    name: 'the positional operator with $elemMatch',
    before: {
      a: [
        { x: 1, y: 1 },
        { x: 1, y: 2 },
      ],
    },
    filter: { a: { $elemMatch: { x: 1, y: 2 } } },
    update: { $set: { 'a.$.z': 1 } },
    after: {
      a: [
        { x: 1, y: 1 },
        { x: 1, y: 2, z: 1 },
      ],
    },
  },
  {
    name: 'two positional paths in one update',
    before: {
      a: [
        { x: 1, y: 0, z: 0 },
        { x: 2, y: 0, z: 0 },
      ],
    },
    filter: { 'a.x': 2 },
    update: { $set: { 'a.$.y': 1 }, $inc: { 'a.$.z': 5 } },
    after: {
      a: [
        { x: 1, y: 0, z: 0 },
        { x: 2, y: 1, z: 5 },
      ],
    },
  },
  { name: 'the positional operator without a match', before: { a: [1] }, update: { $set: { 'a.$': 2 } }, code: 2 },
  {
    name: 'all elements',
    before: { a: [{ x: 1 }, { x: 2 }] },
    update: { $inc: { 'a.$[].x': 10 } },
    after: { a: [{ x: 11 }, { x: 12 }] },
  },
  {
    name: 'array filters',
    before: { a: [{ x: 1 }, { x: 5 }] },
    update: { $set: { 'a.$[big].y': true } },
    options: { arrayFilters: [{ 'big.x': { $gt: 3 } }] },
    after: { a: [{ x: 1 }, { x: 5, y: true }] },
  },
  {
    name: 'an array filter nobody uses',
    before: { a: [1] },
    update: { $set: { b: 1 } },
    options: { arrayFilters: [{ x: 1 }] },
    code: 9,
  },
  { name: 'an identifier without an array filter', before: { a: [1] }, update: { $set: { 'a.$[x]': 1 } }, code: 2 },
  { name: 'conflicting paths', before: {}, update: { $set: { a: 1, 'a.b': 2 } }, code: 40 },
  { name: 'the same path in two operators', before: {}, update: { $set: { a: 1 }, $inc: { a: 1 } }, code: 40 },
  { name: 'a path through a value', before: { a: 1 }, update: { $set: { 'a.b': 1 } }, code: 28 },
  { name: 'a path through null', before: { a: null }, update: { $set: { 'a.b': 1 } }, code: 28 },
  { name: 'a named field of an array', before: { a: [1] }, update: { $set: { 'a.b': 1 } }, code: 28 },
  {
    name: 'an index beyond the end pads with null',
    before: { a: [1] },
    update: { $set: { 'a.3': 4 } },
    after: { a: [1, null, null, 4] },
  },
  { name: 'an empty step of a path', before: {}, update: { $set: { 'a..b': 1 } }, code: 56, reference: 'differs' },
  { name: 'an unknown modifier', before: {}, update: { $foo: { a: 1 } }, code: 9 },
  {
    name: 'new fields come in the order of their names',
    before: { z: 1 },
    update: { $set: { c: 1, a: 1 }, $inc: { b: 1 } },
    fields: ['_id', 'z', 'a', 'b', 'c'],
    reference: 'differs',
  },
  { name: '$currentDate of another kind', before: {}, update: { $currentDate: { a: { $type: 'text' } } }, code: 2 },
  {
    name: 'a pipeline sees the document as it was',
    before: { a: 1, b: 2 },
    update: [{ $set: { a: '$b', b: '$a' } }],
    after: { a: 2, b: 1 },
  },
  {
    name: 'a pipeline with $unset and $replaceWith',
    before: { a: 1, b: { c: 3 } },
    update: [{ $unset: 'a' }, { $replaceWith: '$b' }],
    after: { c: 3 },
  },
  { name: 'a pipeline with another stage', before: {}, update: [{ $match: {} }], code: 72 },
  {
    name: '$set through a pipeline into an array of documents',
    before: { a: [{ x: 1 }, { x: 2 }] },
    update: [{ $set: { 'a.y': 5 } }],
    after: {
      a: [
        { x: 1, y: 5 },
        { x: 2, y: 5 },
      ],
    },
  },
  {
    name: 'an upsert takes equalities of the filter',
    before: {},
    filter: { _id: 5, k: 1, n: { $gt: 3 }, $and: [{ m: { $eq: 2 } }] },
    update: { $set: { v: 1 }, $setOnInsert: { w: 2 } },
    options: { upsert: true },
    after: { k: 1, m: 2, v: 1, w: 2 },
  },
  {
    name: '$setOnInsert leaves what is there',
    before: { a: 1 },
    update: { $setOnInsert: { a: 2 }, $set: { b: 1 } },
    options: { upsert: true },
    after: { a: 1, b: 1 },
  },
];

/** Paths that would reach the prototype all objects of the process share. */
export const pollution: readonly Document[] = [
  { $set: { '__proto__.polluted': 1 } },
  { $set: { 'constructor.prototype.polluted': 1 } },
  { $set: { 'a.__proto__.polluted': 1 } },
  { $rename: { a: '__proto__.polluted' } },
  { $rename: { a: 'constructor.prototype.polluted' } },
  { $inc: { '__proto__.polluted': 1 } },
  { $push: { 'constructor.polluted': 1 } },
  { $unset: { '__proto__.toString': 1 } },
  { $setOnInsert: { '__proto__.polluted': 1 } },
  { $currentDate: { '__proto__.polluted': true } },
  { $set: { 'a.constructor.name': 'x' } },
];
