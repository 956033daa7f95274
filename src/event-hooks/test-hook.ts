import { randomUUID } from 'node:crypto';
import type { EventHookTools } from './deliver-events';
import type { EventHook } from './hooks';
import { signedHead } from './sign';

/** Sends something that is no event, signed like one. @returns the status they answered with, or null */
export async function testEventHook(
  hook: EventHook,
  { post, secretOf }: Pick<EventHookTools, 'post' | 'secretOf'>,
): Promise<number | null> {
  const body = JSON.stringify({ type: 'test', timestamp: new Date().toISOString(), data: {} });
  return post(hook.url, signedHead(randomUUID(), body, secretOf(hook)), body).then(
    ({ status }) => status,
    () => null,
  );
}
