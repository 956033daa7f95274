import type request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { link, paths } from '../../src/paths';
import { fillIn } from './forms';

/**
 * An agent says why they read the case of somebody else, as its page asks for it.
 * @param page on which they are asked; the case's own, if nothing else is said
 */
export async function sayWhy(
  visitor: TestAgent,
  { id }: { id: string },
  given: Record<string, string> = { reason: 'cover' },
  page = link(paths.appeal, { id }),
): Promise<request.Response> {
  return fillIn(visitor, await visitor.get(page), link(paths.readingReason, { id }), given);
}
