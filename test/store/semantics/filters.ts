import {
  Binary,
  BSONRegExp,
  Decimal128,
  type Document,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';

/** A filter over documents that are numbered from 0: the numbers that match, or the code it is refused with. */
export interface FilterCase {
  readonly name: string;
  readonly docs: readonly Document[];
  readonly filter: Document;
  readonly matches?: readonly number[];
  readonly code?: number;
  /** Where the independent server is known to be wrong, or merely words it differently. */
  readonly reference?: 'differs';
}

const id = new ObjectId('0123456789abcdef01234567');
const bytes = (text: string, subtype?: number): Binary => new Binary(Buffer.from(text), subtype);
const values = (...list: unknown[]): Document[] => list.map((v) => ({ v }));

export const filterCases: readonly FilterCase[] = [
  {
    name: 'int64 equals the same int32 and double',
    docs: values(Long.fromNumber(5), 5, new Double(5), '5'),
    filter: { v: 5 },
    matches: [0, 1, 2],
  },
  {
    name: 'int64 compares as a number, not as text',
    docs: values(Long.fromNumber(10), Long.fromNumber(9)),
    filter: { v: { $gt: Long.fromNumber(9) } },
    matches: [0],
  },
  {
    name: 'int64 beyond 2^53 compares exactly',
    docs: values(Long.fromString('9007199254740993'), Long.fromString('9007199254740992')),
    filter: { v: Long.fromString('9007199254740993') },
    matches: [0],
  },
  {
    name: 'Decimal128 is refused rather than compared wrongly',
    docs: values(Decimal128.fromString('1')),
    filter: { v: 1 },
    code: 2,
    reference: 'differs',
  },
  {
    name: 'binary data equal by content',
    docs: values(bytes('ab'), bytes('ac'), bytes('ab', 5)),
    filter: { v: bytes('ab') },
    matches: [0],
  },
  {
    name: 'binary data order by length first',
    docs: values(bytes('b'), bytes('aa')),
    filter: { v: { $gt: bytes('b') } },
    matches: [1],
  },
  { name: 'null matches missing', docs: [{}, { v: null }, { v: 0 }], filter: { v: null }, matches: [0, 1] },
  {
    name: 'a.b: null over an array of documents',
    docs: [{ a: [{ b: 1 }, {}] }, { a: [{ b: 1 }] }, { a: [] }, { a: [1, 2] }, { a: 5 }, {}, { a: [{ b: null }] }],
    filter: { 'a.b': null },
    matches: [0, 4, 5, 6],
  },
  {
    name: 'a.b does not exist',
    docs: [{ a: [{ b: 1 }, {}] }, { a: [] }, { a: 5 }, { a: { b: 1 } }],
    filter: { 'a.b': { $exists: false } },
    matches: [1, 2],
  },
  {
    name: 'embedded documents are equal with the same key order only',
    docs: values({ a: 1, b: 2 }, { b: 2, a: 1 }),
    filter: { v: { a: 1, b: 2 } },
    matches: [0],
  },
  {
    name: 'embedded documents are equal whole',
    docs: values({ a: 1, b: 2 }, { a: 1 }),
    filter: { v: { a: 1 } },
    matches: [1],
  },
  { name: '$all on a scalar', docs: values(1, [1, 2], 2), filter: { v: { $all: [1] } }, matches: [0, 1] },
  { name: '$all of nothing matches nothing', docs: values(1, []), filter: { v: { $all: [] } }, matches: [] },
  {
    name: '$all with $elemMatch',
    docs: values([{ x: 1 }, { x: 2 }], [{ x: 1 }]),
    filter: { v: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: 2 } }] } },
    matches: [0],
  },
  {
    name: '$type of an ObjectId',
    docs: values(id, '0123456789abcdef01234567'),
    filter: { v: { $type: 'objectId' } },
    matches: [0],
  },
  { name: '$type of binary data by number', docs: values(bytes('x'), 'x'), filter: { v: { $type: 5 } }, matches: [0] },
  { name: '$type array means the array itself', docs: values([1], 1), filter: { v: { $type: 'array' } }, matches: [0] },
  { name: '$type looks at elements', docs: values(['x'], [1]), filter: { v: { $type: 'string' } }, matches: [0] },
  {
    name: '$type number is any numeric type',
    docs: values(1, 1.5, Long.fromNumber(1), '1'),
    filter: { v: { $type: 'number' } },
    matches: [0, 1, 2],
  },
  {
    name: 'an inline flag of a regular expression',
    docs: values('ABC', 'xyz'),
    filter: { v: new BSONRegExp('(?i)^abc') },
    matches: [0],
  },
  {
    name: '$regex with options',
    docs: values('ABC', 'abc', 'x'),
    filter: { v: { $regex: '^a', $options: 'i' } },
    matches: [0, 1],
  },
  { name: '$ ends before a last newline', docs: values('abc\n', 'abc\n\n'), filter: { v: /abc$/ }, matches: [0] },
  { name: 'a dot takes all but newline', docs: values('a\rb', 'a\nb'), filter: { v: /a.b/ }, matches: [0] },
  {
    name: 'a regular expression looks into arrays',
    docs: values(['x', 'abc'], 'x'),
    filter: { v: /^ab/ },
    matches: [0],
  },
  {
    name: 'a regular expression that JavaScript does not have is refused',
    docs: values('a'),
    filter: { v: new BSONRegExp('[[:alpha:]]') },
    code: 51091,
    reference: 'differs',
  },
  { name: 'a broken regular expression', docs: values('a'), filter: { v: new BSONRegExp('(') }, code: 51091 },
  {
    name: 'equality with an array is whole or by element',
    docs: values([1, 2], [[1, 2], 3], [2, 1], 1),
    filter: { v: [1, 2] },
    matches: [0, 1],
  },
  {
    name: 'a range applies to elements',
    docs: values([1, 9], [4], 4),
    filter: { v: { $gt: 3, $lt: 5 } },
    matches: [0, 1, 2],
  },
  {
    name: 'two bounds may be met by two elements',
    docs: values([1, 9]),
    filter: { v: { $gt: 3, $lt: 5 } },
    matches: [0],
  },
  {
    name: '$elemMatch wants one element for both bounds',
    docs: values([1, 9], [1, 4]),
    filter: { v: { $elemMatch: { $gt: 3, $lt: 5 } } },
    matches: [1],
  },
  {
    name: '$elemMatch does not look at scalars',
    docs: values(4, [4]),
    filter: { v: { $elemMatch: { $gt: 3 } } },
    matches: [1],
  },
  { name: '$ne over an array', docs: values([1, 2], [3], 1), filter: { v: { $ne: 1 } }, matches: [1] },
  { name: '$nin with null', docs: [{}, { v: 1 }, { v: null }], filter: { v: { $nin: [null] } }, matches: [1] },
  {
    name: '$not with a range also takes what is missing',
    docs: [{}, { v: 5 }, { v: 1 }],
    filter: { v: { $not: { $gt: 3 } } },
    matches: [0, 2],
  },
  {
    name: '$in with a regular expression',
    docs: values('abc', 'x', 'y'),
    filter: { v: { $in: [/^a/, 'y'] } },
    matches: [0, 2],
  },
  {
    name: 'a range stays within its type',
    docs: values(5, '5', null, true, new Date(5)),
    filter: { v: { $gte: 0 } },
    matches: [0],
  },
  {
    name: '$gte null matches null and missing',
    docs: [{}, { v: null }, { v: 1 }],
    filter: { v: { $gte: null } },
    matches: [0, 1],
  },
  { name: 'NaN equals NaN', docs: values(Number.NaN, 1), filter: { v: Number.NaN }, matches: [0] },
  { name: 'NaN is in no range', docs: values(Number.NaN, 1), filter: { v: { $lt: 5 } }, matches: [1] },
  {
    name: '$gt MinKey spans types',
    docs: values(1, 'x', new MinKey()),
    filter: { v: { $gt: new MinKey() } },
    matches: [0, 1],
  },
  {
    name: '$lt MaxKey spans types',
    docs: values(1, 'x', new MaxKey()),
    filter: { v: { $lt: new MaxKey() } },
    matches: [0, 1],
  },
  { name: 'true is not 1', docs: values(true, 1), filter: { v: true }, matches: [0] },
  {
    name: 'dates compare by time',
    docs: values(new Date(1), new Date(2)),
    filter: { v: { $gt: new Date(1) } },
    matches: [1],
  },
  {
    name: 'timestamps compare',
    docs: values(new Timestamp({ t: 2, i: 1 }), new Timestamp({ t: 1, i: 9 })),
    filter: { v: { $gt: new Timestamp({ t: 1, i: 9 }) } },
    matches: [0],
  },
  {
    name: 'ObjectIds compare',
    docs: values(id, new ObjectId('ffffffffffffffffffffffff')),
    filter: { v: { $gt: id } },
    matches: [1],
  },
  {
    name: 'strings compare by code point',
    docs: values('\u{1F600}', '\uFFFD'),
    filter: { v: { $gt: '\uFFFD' } },
    matches: [0],
  },
  { name: '$size', docs: values([1, 2], [], 2), filter: { v: { $size: 2 } }, matches: [0] },
  { name: '$size must not be negative', docs: [], filter: { v: { $size: -1 } }, code: 2 },
  { name: '$mod', docs: values(4, 5, 4.7, -4, '4'), filter: { v: { $mod: [4, 0] } }, matches: [0, 2, 3] },
  { name: '$mod by zero', docs: [], filter: { v: { $mod: [0, 0] } }, code: 2 },
  {
    name: '$bitsAllSet',
    docs: values(6, 4, Long.fromNumber(7)),
    filter: { v: { $bitsAllSet: [1, 2] } },
    matches: [0, 2],
  },
  { name: '$exists true includes null', docs: [{ v: null }, {}], filter: { v: { $exists: true } }, matches: [0] },
  {
    name: '$expr compares fields',
    docs: [
      { a: 2, b: 1 },
      { a: 1, b: 2 },
    ],
    filter: { $expr: { $gt: ['$a', '$b'] } },
    matches: [0],
  },
  {
    name: '$expr: an array is not its element',
    docs: [{ a: [1] }, { a: 1 }],
    filter: { $expr: { $eq: ['$a', 1] } },
    matches: [1],
  },
  {
    name: '$expr: null is not missing',
    docs: [{ a: null }, {}],
    filter: { $expr: { $eq: ['$a', null] } },
    matches: [0],
  },
  {
    name: '$or, $nor, $and',
    docs: values(1, 2, 3),
    filter: { $or: [{ v: 1 }, { $nor: [{ v: { $lt: 3 } }] }] },
    matches: [0, 2],
  },
  { name: 'an empty $or', docs: [], filter: { $or: [] }, code: 2 },
  { name: 'an unknown operator', docs: [], filter: { v: { $gtt: 1 } }, code: 2 },
  { name: 'an unknown top level operator', docs: [], filter: { $foo: 1 }, code: 2 },
  { name: '$where is refused', docs: [], filter: { $where: 'true' }, code: 115, reference: 'differs' },
  { name: '$text is refused', docs: [], filter: { $text: { $search: 'x' } }, code: 115, reference: 'differs' },
  { name: '$near is refused', docs: [], filter: { v: { $near: [0, 0] } }, code: 115, reference: 'differs' },
  {
    name: 'a numeric step is an index and a field',
    docs: [{ a: [{ b: 1 }, { b: 2 }] }, { a: { 1: { b: 2 } } }],
    filter: { 'a.1.b': 2 },
    matches: [0, 1],
  },
  {
    name: 'an element named by its number is taken whole',
    docs: [{ a: [[1, 2], 3] }],
    filter: { 'a.0': [1, 2] },
    matches: [0],
  },
  { name: 'and not by its own elements', docs: [{ a: [[1, 2], 3] }], filter: { 'a.0': 1 }, matches: [] },
  { name: 'arrays in arrays are not gone through', docs: [{ a: [[{ b: 1 }]] }], filter: { 'a.b': 1 }, matches: [] },
  {
    name: '$elemMatch on arrays in arrays',
    docs: values([[1, 2]], [1, 2]),
    filter: { v: { $elemMatch: { $elemMatch: { $eq: 1 } } } },
    matches: [0],
  },
  {
    name: 'a field named like a method of objects',
    docs: [{ toString: 1 }, {}],
    filter: { toString: { $exists: true } },
    matches: [0],
  },
  { name: 'an Int32 given as such', docs: values(new Int32(3)), filter: { v: { $type: 'int' } }, matches: [0] },
];
