import { expectedFailures } from './specs/expected-failures';
import { isMet, readSpecs, type SpecFile, type SpecTest, specsFolder } from './specs/format';
import { runSpecTest } from './specs/run';
import { startTestStore, type TestStore } from './support';

const files = readSpecs();

/** Tests that do not concern a standalone server of this version. */
function concerns(file: SpecFile, { runOnRequirements: own, skipReason }: SpecTest): boolean {
  const met = [file.runOnRequirements, own].every((requirements) => !requirements || requirements.some(isMet));
  return met && skipReason === undefined;
}

if (files.length === 0) {
  process.stderr.write(
    `\nMongoDB's specification tests are NOT RUN: there is no folder ${specsFolder} (set MONGODB_SPECS)\n\n`,
  );
  // Jest fails a file without tests; this one says aloud what is missing instead.
  test.skip(`MongoDB's specification tests: ${specsFolder} is missing`, () => undefined);
} else {
  describe("MongoDB's specification tests", () => {
    let store: TestStore;

    beforeAll(async () => {
      store = await startTestStore();
    });

    afterAll(() => store.stop());

    describe.each(files.map((file) => [file.file, file] as const))('%s', (_name, file) => {
      for (const spec of file.tests) {
        const name = `${file.file}: ${spec.description}`;
        const run = (): Promise<void> => runSpecTest(store.store.uri, file, spec);
        if (!concerns(file, spec)) test.skip(spec.description, run);
        else if (expectedFailures.has(name))
          test(`${spec.description} (expected to fail)`, () => expect(run()).rejects.toThrow());
        else test(spec.description, run);
      }
    });

    test('the list of expected failures names existing tests only', () => {
      const here = new Set(files.map(({ file }) => file));
      const names = new Set(files.flatMap((file) => file.tests.map((spec) => `${file.file}: ${spec.description}`)));
      const unknown = [...expectedFailures.keys()].filter(
        (name) => here.has(name.split(':')[0] ?? '') && !names.has(name),
      );
      expect(unknown).toEqual([]);
    });
  });
}
