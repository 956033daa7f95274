import type { Config } from '../config';
import type { EventHookTools } from '../event-hooks/deliver-events';
import { defineEventHooks } from '../event-hooks/event-hook-jobs';
import { createHookSecrets } from '../event-hooks/hooks';
import { tellAdmins } from '../event-hooks/tell-admins';
import type { Jobs } from '../jobs/jobs';
import type { Mailer } from '../messages/mailer';
import { paths } from '../paths';
import { createPost } from '../webhook/post-outside';

/** What programs outside are told with. */
export interface EventHookServices {
  readonly eventHookTools: EventHookTools;
}

/** Defines the job that tells events; whoever starts the jobs begins it. */
export function startEventHooks(
  { sessionSecret, baseUrl }: Pick<Config, 'sessionSecret' | 'baseUrl'>,
  jobs: Jobs,
  mailer: Mailer,
): EventHookServices {
  const eventHookTools: EventHookTools = {
    post: createPost(),
    secretOf: createHookSecrets(sessionSecret),
    onSwitchedOff: (hook) => tellAdmins(hook, mailer, baseUrl + paths.eventHooks),
  };
  defineEventHooks(jobs, eventHookTools);
  return { eventHookTools };
}
