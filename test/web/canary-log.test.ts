import { MessageModel } from '../../src/models/message';
import { startTestApp, type TestApp } from '../support/app';
import { eventually } from '../support/eventually';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

it('the log of the outbox says that something failed, and not what it was about', async () => {
  const fault = jest.spyOn(MessageModel, 'find').mockImplementationOnce(() => {
    throw new Error('no server for canary@customers.example');
  });
  test.services.outbox.nudge();
  await eventually('the log', async () => test.faults.at(0));
  fault.mockRestore();
  const lines = test.faults.splice(0);
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    lines.map(() => expect.objectContaining({ error: 'Error', msg: 'a job failed' })),
  );
  expect(lines.join().replaceAll('canary-log', '')).not.toContain('canary');
});
