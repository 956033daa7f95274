import { Binary, type Document, Long, MaxKey, MinKey, ObjectId } from 'bson';

/** Documents are numbered from 0; `order` is how they come. */
export interface SortCase {
  readonly name: string;
  readonly docs: readonly Document[];
  readonly sort: Document;
  readonly order: readonly number[];
  readonly reference?: 'differs';
}

const values = (...list: unknown[]): Document[] => list.map((v) => ({ v }));
const mixed = values(
  new MaxKey(),
  new Date(0),
  true,
  new ObjectId('0123456789abcdef01234567'),
  new Binary(Buffer.from('x')),
  { a: 1 },
  'text',
  7,
  null,
  new MinKey(),
);

export const sortCases: readonly SortCase[] = [
  { name: 'types in their order', docs: mixed, sort: { v: 1 }, order: [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] },
  { name: 'types against their order', docs: mixed, sort: { v: -1 }, order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] },
  {
    name: 'numbers of all types by value',
    docs: values(Long.fromNumber(10), 9.5, 9, Number.NaN, -1),
    sort: { v: 1 },
    order: [3, 4, 2, 1, 0],
  },
  { name: 'arrays by their least ascending', docs: values([5, 1], 2, [3, 4]), sort: { v: 1 }, order: [0, 1, 2] },
  { name: 'arrays by their greatest descending', docs: values([5, 1], 2, [3, 4]), sort: { v: -1 }, order: [0, 2, 1] },
  {
    name: 'an empty array before null',
    docs: [{ v: null }, { v: [] }, { v: 1 }],
    sort: { v: 1 },
    order: [1, 0, 2],
    reference: 'differs',
  },
  { name: 'missing as null', docs: [{ v: 1 }, {}], sort: { v: 1 }, order: [1, 0] },
  {
    name: 'a path into an array of documents',
    docs: [{ a: [{ b: 5 }, { b: 2 }] }, { a: { b: 3 } }],
    sort: { 'a.b': 1 },
    order: [0, 1],
  },
  {
    name: 'embedded documents field by field',
    docs: values({ a: 2 }, { a: 1, b: 9 }, { a: 1 }),
    sort: { v: 1 },
    order: [2, 1, 0],
  },
  {
    name: 'strings by code point, upper case first',
    docs: values('b', 'a', 'B', 'ä', ''),
    sort: { v: 1 },
    order: [4, 2, 1, 0, 3],
  },
  {
    name: 'several fields',
    docs: [
      { a: 1, b: 1 },
      { a: 1, b: 2 },
      { a: 0, b: 0 },
    ],
    sort: { a: -1, b: -1 },
    order: [1, 0, 2],
  },
];
