import { WebhookRefused } from './webhook-refused';

/** Somebody outside did not answer; why, as the system calls it, such as `ENOTFOUND`. Not our fault, and it may pass. */
export class Unreachable extends Error {
  constructor(readonly code: string) {
    super(`not reached: ${code}`);
    this.name = 'Unreachable';
  }
}

/** @returns whether it is the other side's that something was not taken: told where it was sent from, not in the log */
export function isOthersFault(error: unknown): boolean {
  return error instanceof Unreachable || error instanceof WebhookRefused;
}
