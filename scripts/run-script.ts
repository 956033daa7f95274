import { ConfigError } from '../src/config';
import { AppError } from '../src/errors';
import { translator } from '../src/i18n/translator';

/** The arguments make no sense; one line for each that does not. */
export class UsageError extends Error {}

/**
 * Runs a program of the command line; when it fails, its sentence goes to standard error and the exit code is 1.
 * @param usage shown when the arguments make no sense
 */
export function runScript(usage: string, main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${sentenceFor(error, usage)}\n`);
    process.exitCode = 1;
  });
}

function sentenceFor(error: unknown, usage: string): string {
  if (error instanceof AppError) return translator('en')(error.key, error.values);
  if (error instanceof ConfigError) return `The configuration is not complete:\n${error.message}`;
  if (isAboutUsage(error)) return `${error.message}\n\n${usage}`;
  return error instanceof Error ? error.message : String(error);
}

function isAboutUsage(error: unknown): error is Error {
  return error instanceof UsageError || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
}
