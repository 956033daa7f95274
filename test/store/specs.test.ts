import { expectedFailure, staleFailures } from './specs/expected-failures';
import { concerns, readSpecs, specsFolder } from './specs/format';
import { isSendable, runSpecTest } from './specs/run';
import { startTestStore, type TestStore } from './support';

const LEAST_PASSED = 0.95;

const files = readSpecs();

if (files.length === 0) {
  process.stderr.write(
    `\nMongoDB's specification tests are NOT RUN: there is nothing in ${specsFolder} (set MONGODB_SPECS)\n\n`,
  );
  // Jest fails a file without tests; this one says aloud what is missing instead.
  test.skip(`MongoDB's specification tests: ${specsFolder} is missing`, () => undefined);
} else {
  describe("MongoDB's specification tests", () => {
    let store: TestStore;
    const sent = { passed: 0, all: 0 };

    beforeAll(async () => {
      store = await startTestStore({ testCommands: true });
    });

    afterAll(() => store.stop());

    describe.each(files.map((file) => [file.file, file] as const))('%s', (_name, file) => {
      for (const spec of file.tests) {
        const run = (): Promise<void> => runSpecTest(store.store.uri, file, spec);
        const failure = expectedFailure(file.file, spec.description);
        if (!concerns(file, spec)) test.skip(`${spec.description} (for other servers)`, run);
        else if (!isSendable(file, spec)) test.skip(`${spec.description} (the driver cannot send it)`, run);
        else if (failure)
          test(`${spec.description} (fails: ${failure.reason})`, async () => {
            if (failure.of === 'store') sent.all += 1;
            await expect(run()).rejects.toThrow();
          });
        else
          test(spec.description, async () => {
            sent.all += 1;
            await run();
            sent.passed += 1;
          });
      }
    });

    test('the list of expected failures names existing tests only', () => {
      const names = files.flatMap(({ file, tests }) => tests.map(({ description }) => `${file}: ${description}`));
      expect(staleFailures(names)).toEqual([]);
    });

    test(`at least ${LEAST_PASSED * 100} % of what the driver can send pass`, () => {
      const share = sent.passed / sent.all;
      const percent = (share * 100).toFixed(1);
      process.stderr.write(
        `\nMongoDB's specification tests: ${sent.passed} of ${sent.all} the driver can send pass (${percent} %)\n`,
      );
      expect(share).toBeGreaterThanOrEqual(LEAST_PASSED);
    });
  });
}
