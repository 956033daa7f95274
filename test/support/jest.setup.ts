// Argon2 and the embedded store share two cores with everything else a test run does.
jest.setTimeout(300_000);

// After a job is done, the jobs library goes on watching its lease for a minute; that must not keep a test run waiting.
const longMs = 30_000;
const { setTimeout: begin } = globalThis;
globalThis.setTimeout = Object.assign((...[run, ms, ...values]: Parameters<typeof setTimeout>) => {
  const timer = begin(run, ms, ...values);
  return (ms ?? 0) < longMs ? timer : timer.unref();
}, begin);
