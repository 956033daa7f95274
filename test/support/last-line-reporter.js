/** Ends the run with one line that tells how it went. A file that broke outside its tests counts as one failure. */
module.exports = class LastLineReporter {
  onRunComplete(_contexts, results) {
    const brokenFiles = results.testResults.filter((file) => file.failureMessage && file.numFailingTests === 0);
    const failed = results.numFailedTests + brokenFiles.length;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
    // Jest's own summary is still to come.
    process.once('exit', () => process.stdout.write(line));
  }
};
