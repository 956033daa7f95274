/* Loaded before the application: says what it occupies whenever it is asked, once what is no longer needed has gone. */

process.on('message', (asked) => {
  if (asked !== 'memory') return;
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
