import { Socket } from 'node:net';
import { type Connection, createConnection, type mongo } from 'mongoose';
import { stayConnected } from '../../src/store/stay-connected';
import { type Line, lineTo } from '../faults/support/line';
import { eventually } from '../support/eventually';
import { ownDatabase } from '../support/own-database';

const patienceMs = 3_000;

let line: Line;
let connection: Connection;
let client: mongo.MongoClient;
let timesStuck: number;
let leave: () => void;

beforeEach(async () => {
  line = await lineTo(ownDatabase());
  const options = { heartbeatFrequencyMS: 500, serverSelectionTimeoutMS: 500 };
  connection = await createConnection(line.uri, options).asPromise();
  client = connection.getClient();
  timesStuck = 0;
  leave = stayConnected(client, () => timesStuck++, patienceMs);
});
afterEach(async () => {
  leave();
  jest.restoreAllMocks();
  line.mend();
  await connection.dropDatabase();
  await connection.close();
  await line.close();
});

/** The next look at the server finds its connection ended, not yet told so, and cannot be written. */
function endAtNextLook(): Promise<void> {
  const write = Socket.prototype.write;
  return new Promise((resolve) => {
    jest.spyOn(Socket.prototype, 'write').mockImplementation(function (this: Socket, ...given: unknown[]) {
      if (!isLook(given[0])) return write.apply(this, given as Parameters<typeof write>);
      jest.restoreAllMocks();
      this.destroy();
      resolve();
      return false;
    });
  });
}

const isLook = (sent: unknown) => Buffer.isBuffer(sent) && /hello|ismaster/i.test(sent.toString('latin1'));

/** @returns true when the store took a word, and undefined when it did not */
const answers = () =>
  connection
    .collection('notes')
    .insertOne({ text: 'still here' })
    .then(
      () => true,
      () => undefined,
    );

test('a store is found again after a look at it that never ends', async () => {
  await endAtNextLook();
  line.cut();
  await eventually('it to be noticed', async () => (timesStuck > 0 ? true : undefined));
  await expect(answers()).resolves.toBeUndefined();
  line.mend();
  await eventually('the store to answer', answers);
  expect(timesStuck).toBe(1);
});

test('a store that is gone for longer is looked for by the driver itself', async () => {
  line.cut();
  await new Promise((resolve) => setTimeout(resolve, 2 * patienceMs));
  line.mend();
  await eventually('the store to answer', answers);
  expect(timesStuck).toBe(0);
});
