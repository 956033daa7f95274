import { randomBytes } from 'node:crypto';
import { Binary } from 'bson';
import type { Handler } from '../service';

/** As MongoDB's `localLogicalSessionTimeoutMinutes`. */
export const SESSION_MINUTES = 30;

/**
 * A session groups commands; only transactions and retried writes, which are refused, would need it remembered. So any
 * session is as good as another, and none has to be kept.
 */
export const startSession: Handler = () => ({
  id: { id: new Binary(randomBytes(16), Binary.SUBTYPE_UUID) },
  timeoutMinutes: SESSION_MINUTES,
});

/** For `endSessions`, `refreshSessions` and `killSessions`. */
export const acceptSessions: Handler = () => ({});
