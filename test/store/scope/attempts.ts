import { Decimal128, type Document, Long } from 'bson';
import type { Collection, Db } from 'mongodb';

/** Asks for one of the refused things of a row, by its name. */
export const attempts: Readonly<Record<string, (db: Db, name: string) => Promise<unknown>>> = {
  commands: (db, name) => db.command({ [name]: 'scope' }),
  'filters, top level': (db, name) => scope(db).findOne({ [name]: {} }),
  'filters, on a field': (db, name) => scope(db).findOne({ x: { [name]: 1 } }),
  'options of find': (db, name) => db.command({ find: 'scope', [name]: true }),
  'options of a collection': (db, name) => db.command({ create: 'other', [name]: {} }),
  'kinds of index': (db, name) => scope(db).createIndex({ x: name as 'text' }),
  stages: (db, name) => aggregate(db, { [name]: {} }),
  'stages, elsewhere than where they belong': (db, name) => aggregate(db, { [name]: {} }, { $limit: 1 }),
  'stages of replica sets': (db, name) => aggregate(db, { [name]: {} }),
  accumulators: (db, name) => aggregate(db, { $group: { _id: null, x: { [name]: {} } } }),
  expressions: (db, name) => aggregate(db, { $project: { x: { [name]: {} } } }),
};

/** Asks for what has no name of its own, by how the README says it. */
export const singleAttempts: Readonly<Record<string, (db: Db) => Promise<unknown>>> = {
  'a command that does not exist': (db) => db.command({ fnid: 1 }),
  'an unknown field of a command': (db) => db.command({ find: 'scope', filtre: {} }),
  'an unknown filter operator': (db) => scope(db).findOne({ x: { $eqq: 1 } }),
  'an unknown update operator': (db) => scope(db).updateOne({}, { $sett: { x: 1 } }),
  'an unknown stage': (db) => aggregate(db, { $matsch: {} }),
  'an unknown expression operator': (db) => aggregate(db, { $project: { x: { $ad: [1] } } }),
  'an unknown accumulator': (db) => aggregate(db, { $group: { _id: null, x: { $summ: 1 } } }),
  'a transaction, or a transaction number': (db) =>
    db.command({ insert: 'scope', documents: [{}], txnNumber: Long.fromNumber(1) }),
  'read concern `snapshot` or `linearizable`': (db) =>
    db.command({ find: 'scope', readConcern: { level: 'snapshot' } }),
  'another write concern than `majority`, 0 or 1': (db) =>
    db.command({ insert: 'scope', documents: [{}], writeConcern: { w: 2 } }),
  'Decimal128 compared, calculated with or used as a key': (db) =>
    scope(db).insertOne({ _id: Decimal128.fromString('1') } as never),
  'int64 beyond 2^53 as a key or in an index': (db) =>
    scope(db).insertOne({ _id: Long.fromString('9007199254740993') } as never),
  'a key of more than about 1,900 bytes': (db) => scope(db).insertOne({ _id: 'x'.repeat(1_901) } as never),
  'a positional projection': (db) => scope(db).findOne({ a: 1 }, { projection: { 'a.$': 1 } }),
  'collation strength 4 or 5, or alternates': (db) =>
    scope(db).findOne({ x: 'a' }, { collation: { locale: 'de', strength: 4 } }),
  'a path that leads to a prototype': (db) => scope(db).updateOne({}, { $set: { 'constructor.prototype.x': 1 } }),
  'a regular expression JavaScript cannot do as PCRE does': (db) => scope(db).findOne({ x: { $regex: '[[:alpha:]]' } }),
  // Made by the server, as the driver itself refuses to send as much.
  'a document of more than 16 MB': (db) => scope(db).updateOne({}, [{ $set: largeFields(5) }]),
  'a document nested deeper than 100 levels': (db) => scope(db).insertOne(nested(101)),
  'a cursor that nobody asked for in ten minutes': (db) =>
    db.command({ getMore: Long.fromNumber(4711), collection: 'scope' }),
};

/** As many fields of four million letters as said, none of which has to be sent. */
function largeFields(fields: number): Document {
  const text = { $reduce: { input: { $range: [0, 2_000] }, initialValue: '', in: { $concat: ['$$value', block] } } };
  return Object.fromEntries(Array.from({ length: fields }, (_, i) => [`y${i}`, text]));
}

const block = 'x'.repeat(2_000);

function nested(depth: number): Document {
  return depth === 0 ? {} : { a: nested(depth - 1) };
}

function scope(db: Db): Collection {
  return db.collection('scope');
}

function aggregate(db: Db, ...pipeline: Document[]): Promise<unknown> {
  return scope(db).aggregate(pipeline).toArray();
}
