import { type Document, Long, ObjectId } from 'bson';

/** An expression over one document: its value (`undefined` when the field is left out), or the code of the refusal. */
export interface ExpressionCase {
  readonly name: string;
  readonly doc?: Document;
  readonly expression: unknown;
  readonly value?: unknown;
  readonly code?: number;
  readonly reference?: 'differs';
}

const id = new ObjectId('0123456789abcdef01234567');
const date = new Date('2026-11-22T13:14:15.016Z');

export const expressionCases: readonly ExpressionCase[] = [
  { name: 'null is not missing', doc: { a: null }, expression: { $eq: ['$a', '$b'] }, value: false },
  { name: 'missing is less than null', doc: { a: null }, expression: { $lt: ['$b', '$a'] }, value: true },
  { name: 'an array is compared whole', doc: { a: [1] }, expression: { $eq: ['$a', 1] }, value: false },
  {
    name: 'documents with another order of keys',
    doc: { a: { x: 1, y: 2 } },
    expression: { $eq: ['$a', { y: 2, x: 1 }] },
    value: false,
  },
  {
    name: '$toString of an ObjectId',
    doc: { a: id },
    expression: { $toString: '$a' },
    value: '0123456789abcdef01234567',
  },
  { name: '$toString of a date', doc: { a: date }, expression: { $toString: '$a' }, value: '2026-11-22T13:14:15.016Z' },
  { name: '$toObjectId', expression: { $toObjectId: '0123456789abcdef01234567' }, value: id },
  { name: '$toObjectId of rubbish', expression: { $toObjectId: 'x' }, code: 241 },
  { name: '$toInt', expression: { $toInt: '12' }, value: 12 },
  { name: '$toInt of rubbish', expression: { $toInt: 'x' }, code: 241 },
  { name: '$toDate', expression: { $toDate: '2026-11-22T13:14:15.016Z' }, value: date, reference: 'differs' },
  { name: '$type', doc: { a: id }, expression: { $type: '$a' }, value: 'objectId' },
  { name: '$type of a missing field', expression: { $type: '$a' }, value: 'missing' },
  { name: '$add with null', doc: { a: null }, expression: { $add: ['$a', 1] }, value: null },
  {
    name: '$add to a date',
    doc: { a: date },
    expression: { $add: ['$a', 1000] },
    value: new Date(date.getTime() + 1000),
  },
  { name: '$add of text', expression: { $add: ['x', 1] }, code: 14 },
  {
    name: '$subtract of dates',
    doc: { a: date },
    expression: { $subtract: ['$a', new Date(0)] },
    value: date.getTime(),
  },
  {
    name: '$multiply of int64',
    doc: { a: Long.fromNumber(2 ** 40) },
    expression: { $multiply: ['$a', 1024] },
    value: 2 ** 50,
  },
  { name: '$divide', expression: { $divide: [9, 2] }, value: 4.5 },
  { name: '$divide by zero', expression: { $divide: [1, 0] }, code: 2 },
  { name: '$mod keeps the sign', expression: { $mod: [-7, 3] }, value: -1 },
  { name: '$round half to even', expression: { $round: [2.5, 0] }, value: 2 },
  {
    name: '$abs, $ceil, $floor, $trunc',
    expression: [{ $abs: -2 }, { $ceil: 1.2 }, { $floor: -1.2 }, { $trunc: 1.9 }],
    value: [2, 2, -2, 1],
  },
  { name: '$concat with null', expression: { $concat: ['a', null] }, value: null },
  {
    name: '$concat of text that looks like a path',
    doc: { a: '$b', b: 'secret' },
    expression: { $concat: ['$a', '!'] },
    value: '$b!',
  },
  { name: '$toUpper of null', expression: { $toUpper: null }, value: '' },
  { name: '$strLenCP counts characters', expression: { $strLenCP: 'a\u{1F600}' }, value: 2 },
  { name: '$substrCP', expression: { $substrCP: ['h\u{1F600}llo', 1, 2] }, value: '\u{1F600}l' },
  { name: '$split', expression: { $split: ['a-b', '-'] }, value: ['a', 'b'] },
  { name: '$trim', expression: { $trim: { input: '  x ' } }, value: 'x' },
  { name: '$indexOfCP', expression: { $indexOfCP: ['a\u{1F600}b', 'b'] }, value: 2 },
  { name: '$replaceAll', expression: { $replaceAll: { input: 'a.a', find: '.', replacement: '-' } }, value: 'a-a' },
  {
    name: '$cond by name and by list',
    // biome-ignore lint/suspicious/noThenProperty: the operator's own word
    expression: [{ $cond: { if: true, then: 1, else: 2 } }, { $cond: [0, 1, 2] }],
    value: [1, 2],
  },
  { name: '$ifNull', doc: { a: null }, expression: { $ifNull: ['$a', '$b', 'x'] }, value: 'x' },
  {
    name: '$switch without a match',
    // biome-ignore lint/suspicious/noThenProperty: the operator's own word
    expression: { $switch: { branches: [{ case: '$a', then: 1 }] } },
    code: 40066,
    reference: 'differs',
  },
  {
    name: '$map, $filter, $reduce',
    doc: { a: [1, 2, 3] },
    expression: {
      $reduce: {
        input: {
          $map: {
            input: { $filter: { input: '$a', cond: { $gt: ['$$this', 1] } } },
            in: { $multiply: ['$$this', 10] },
          },
        },
        initialValue: 0,
        in: { $add: ['$$value', '$$this'] },
      },
    },
    value: 50,
  },
  { name: '$let', expression: { $let: { vars: { x: 2 }, in: { $add: ['$$x', 1] } } }, value: 3 },
  { name: '$arrayElemAt from the end', doc: { a: [1, 2] }, expression: { $arrayElemAt: ['$a', -1] }, value: 2 },
  { name: '$arrayElemAt beyond the end is missing', doc: { a: [1] }, expression: { $arrayElemAt: ['$a', 5] } },
  { name: '$slice', doc: { a: [1, 2, 3] }, expression: { $slice: ['$a', 1, 1] }, value: [2] },
  { name: '$in', doc: { a: [{ x: 1 }] }, expression: { $in: [{ x: 1 }, '$a'] }, value: true },
  { name: '$in without an array', expression: { $in: [1, 2] }, code: 40081 },
  { name: '$size without an array', expression: { $size: 1 }, code: 17124 },
  {
    name: '$setUnion',
    expression: {
      $setUnion: [
        [1, 2],
        [2, 3],
      ],
    },
    value: [1, 2, 3],
    reference: 'differs',
  },
  { name: '$setIsSubset', expression: { $setIsSubset: [[1], [1, 2]] }, value: true },
  {
    name: '$setIsSubset of kinds that are equal and of embedded documents',
    doc: { a: [Long.fromNumber(1), { x: 1 }], b: [{ x: 1 }, 1, 'a'] },
    expression: { $setIsSubset: ['$a', '$b'] },
    value: true,
  },
  {
    name: '$setIntersection of kinds that are equal',
    doc: { a: [Long.fromNumber(5), 7, 5], b: [5, 'x', 9] },
    expression: { $size: { $setIntersection: ['$a', '$b'] } },
    value: 1,
  },
  {
    name: '$setDifference of kinds that are equal',
    doc: { a: ['x', 5, 'x'], b: [Long.fromNumber(5)] },
    expression: { $setDifference: ['$a', '$b'] },
    value: ['x'],
  },
  {
    name: '$mergeObjects',
    doc: { a: { x: 1, y: 1 } },
    expression: { $mergeObjects: ['$a', { y: 2 }, null] },
    value: { x: 1, y: 2 },
  },
  { name: '$objectToArray', doc: { a: { x: 1 } }, expression: { $objectToArray: '$a' }, value: [{ k: 'x', v: 1 }] },
  { name: '$arrayToObject', expression: { $arrayToObject: [[['a', 1]]] }, value: { a: 1 } },
  {
    name: '$getField of a name with a dot',
    doc: { a: { 'b.c': 1 } },
    expression: { $getField: { field: 'b.c', input: '$a' } },
    value: 1,
  },
  {
    name: '$dateToString',
    doc: { a: date },
    expression: { $dateToString: { date: '$a', format: '%Y-%m-%d %H:%M:%S.%L' } },
    value: '2026-11-22 13:14:15.016',
  },
  {
    name: '$dateToString in a time zone',
    doc: { a: date },
    expression: { $dateToString: { date: '$a', format: '%Y-%m-%d %H:%M', timezone: 'Europe/Berlin' } },
    value: '2026-11-22 14:14',
  },
  {
    name: '$dateTrunc by hour',
    doc: { a: date },
    expression: { $dateTrunc: { date: '$a', unit: 'hour' } },
    value: new Date('2026-11-22T13:00:00Z'),
  },
  {
    name: '$dateTrunc by day',
    doc: { a: date },
    expression: { $dateTrunc: { date: '$a', unit: 'day' } },
    value: new Date('2026-11-22T00:00:00Z'),
    reference: 'differs',
  },
  {
    name: '$dateTrunc by week',
    doc: { a: date },
    expression: { $dateTrunc: { date: '$a', unit: 'week', startOfWeek: 'monday' } },
    value: new Date('2026-11-16T00:00:00Z'),
    reference: 'differs',
  },
  {
    name: '$dateDiff',
    doc: { a: date },
    expression: { $dateDiff: { startDate: new Date('2026-11-20T23:00:00Z'), endDate: '$a', unit: 'day' } },
    value: 2,
  },
  {
    name: '$dateAdd',
    doc: { a: date },
    expression: { $dateAdd: { startDate: '$a', unit: 'month', amount: 3 } },
    value: new Date('2027-02-22T13:14:15.016Z'),
  },
  {
    name: '$year, $month, $dayOfMonth, $hour',
    doc: { a: date },
    expression: [{ $year: '$a' }, { $month: '$a' }, { $dayOfMonth: '$a' }, { $hour: '$a' }],
    value: [2026, 11, 22, 13],
  },
  {
    name: '$isoWeek and $dayOfWeek',
    doc: { a: date },
    expression: [{ $isoWeek: '$a' }, { $dayOfWeek: '$a' }],
    value: [47, 1],
  },
  {
    name: 'a path through an array of documents',
    doc: { a: [{ b: 1 }, {}, { b: 2 }] },
    expression: '$a.b',
    value: [1, 2],
  },
  { name: 'missing in a list becomes null', expression: ['$a', 1], value: [null, 1] },
  {
    name: 'a method of objects is not a field',
    doc: { a: id },
    expression: { $type: '$a.toHexString' },
    value: 'missing',
  },
  { name: 'an unknown operator', expression: { $nope: 1 }, code: 168, reference: 'differs' },
  { name: 'an undefined variable', expression: '$$nope', code: 17276 },
  {
    name: '$function is refused',
    expression: { $function: { body: 'x', args: [], lang: 'js' } },
    code: 115,
    reference: 'differs',
  },
];
