import type { Jobs } from '../jobs/jobs';
import { deriveNotices } from './derive';
import { mailNotices, type NoticeMailTools } from './mail-notices';
import { type ChatTools, postToChats } from './post-to-chats';
import { type PushTools, pushNotices } from './push-notices';

const leaseMs = 10 * 60_000;

/** What notices are told with. */
export interface NoticeTools extends NoticeMailTools, PushTools, ChatTools {
  /** In which the hours of digests are meant. */
  timeZone: string;
}

/** Keeps notices coming: each step is a job of its own, so that a mail server that hangs holds up nothing else. */
export function defineNotices({ agenda, every }: Jobs, tools: NoticeTools): void {
  const steps: Record<string, () => Promise<void>> = {
    'derive notices': () => deriveNotices(tools.timeZone),
    'mail notices': () => mailNotices(tools),
    'push notices': () => pushNotices(tools),
    'tell chats': () => postToChats(tools),
  };
  for (const [name, step] of Object.entries(steps)) {
    agenda.define(name, step, { concurrency: 1, lockLifetime: leaseMs });
    every('5 seconds', name);
  }
}
