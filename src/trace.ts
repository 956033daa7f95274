/**
 * What of an error goes into the log: where it broke. Its message may hold what people wrote, an address or a status
 * link, so that is only for developers, whose data is invented.
 */
export function traceOf(error: unknown, production: boolean): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack = '' } = error;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const trace = { error: name, code: (error as { code?: unknown }).code, frames: frames.map((line) => line.trim()) };
  return production ? trace : { ...trace, message };
}
