import { exponential } from 'agenda';
import { WebhookRefused } from '../webhook/webhook-refused';

const minute = 60_000;

/** After the first failure a minute, then four times as long each time, at most half a day; never all at once. */
const backoff = exponential({ delay: minute, factor: 4, maxDelay: 720 * minute, maxRetries: 6, jitter: 0.2 });

/** What nodemailer tells of a mail that was not taken. */
interface MailFault {
  code?: string;
  responseCode?: number;
}

/**
 * @param attempts so far, this one included
 * @returns when to try again; null when it is given up
 */
export function nextAttempt(attempts: number, error: unknown): Date | null {
  if (isFinal(error)) return null;
  const waitMs = backoff({ attempt: attempts, error: error as Error, jobName: '', jobData: undefined });
  return waitMs === null ? null : new Date(Date.now() + waitMs);
}

/** The server has refused this address or this letter for good; another try would only be refused again. */
function isFinal(error: unknown): boolean {
  if (error instanceof WebhookRefused) return error.final;
  const { code, responseCode = 0 } = error as MailFault;
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}
