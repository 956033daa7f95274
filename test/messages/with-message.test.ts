import { NotFound } from '../../src/errors';
import { withMessage } from '../../src/messages/with-message';
import { MessageModel } from '../../src/models/message';
import { startTestApp, type TestApp } from '../support/app';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());
beforeEach(() => MessageModel.deleteMany({}));

const reply = { appeal: 'a'.repeat(24), kind: 'reply', state: 'received', channel: 'other', language: 'en' } as const;
const say = (record: (messageId: string) => Promise<unknown>) => withMessage({ ...reply, body: 'Hello' }, record);
const kept = async () => (await MessageModel.find().lean()).map(({ _id }) => _id.toHexString());

it('takes the words back when their event is refused', async () => {
  await expect(say(() => Promise.reject(new NotFound()))).rejects.toThrow(NotFound);
  expect(await kept()).toEqual([]);
});

it('keeps the words when nobody knows whether their event was written', async () => {
  await expect(say(() => Promise.reject(new Error('connection lost')))).rejects.toThrow('connection lost');
  expect(await kept()).toHaveLength(1);
});

it('has written the words before their event', async () => {
  const found = await say(async (messageId) => ({ messageId, before: await kept() }));
  expect(found).toEqual({ messageId: (await kept())[0], before: await kept() });
});
