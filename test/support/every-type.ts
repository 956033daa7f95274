import { Binary, BSONRegExp, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import type { mongo } from 'mongoose';

/** A value of every BSON type there is, and those that are easily taken for others. */
const everyType = {
  _id: new ObjectId('65f0c0ffee65f0c0ffee65f0'),
  text: 'Plüschesel \u2028 \u2029 \0 🫏 "\\" \n',
  empty: '',
  int: new Int32(7),
  double: new Double(7),
  fraction: 0.1,
  negativeZero: new Double(-0),
  notANumber: Number.NaN,
  infinite: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  long: Long.fromString('9007199254740993'),
  smallLong: Long.fromNumber(1),
  decimal: Decimal128.fromString('1.10'),
  yes: true,
  no: false,
  nothing: null,
  date: new Date('2014-12-28T10:00:00.123Z'),
  earlyDate: new Date('0001-01-01T00:00:00Z'),
  bytes: new Binary(Buffer.from([0, 1, 255])),
  uuid: new Binary(Buffer.alloc(16, 7), Binary.SUBTYPE_UUID),
  expression: new BSONRegExp('^don.key$', 'im'),
  timestamp: new Timestamp({ t: 5, i: 6 }),
  least: new MinKey(),
  greatest: new MaxKey(),
  code: new Code('return 1'),
  reference: { $ref: 'appeals', $id: new ObjectId('65f0c0ffee65f0c0ffee65f1') },
  list: [[], {}, [{ deep: [1, 'two'] }]],
  order: { z: 1, a: 2, 10: 3 },
};

/** Fills a database with what the application has and more. */
export async function addEveryType(db: mongo.Db): Promise<void> {
  const things = db.collection('things');
  await things.insertMany([everyType, { _id: 'text' as never }, { _id: { z: 1, a: 'two' } as never }]);
  await things.createIndexes([
    { name: 'one', key: { text: 1, int: -1 } },
    { name: 'only', key: { smallLong: 1 }, unique: true, partialFilterExpression: { smallLong: { $exists: true } } },
    { name: 'passing', key: { date: 1 }, expireAfterSeconds: 2_147_483_647 },
    { name: 'sparse', key: { 'order.z': 1 }, sparse: true },
  ]);
  await db.createCollection('nothing yet');
  await db
    .collection('many')
    .insertMany(Array.from({ length: 1234 }, (_, number) => ({ number, text: 'x'.repeat(900) })));
  for (const name of ['sessions', 'signins', 'attempts', 'jobs'])
    await db.collection(name).insertOne({ secret: 'passing' });
}
