import { z } from 'zod';
import { boardOrders } from '../../appeals/board';
import { kinds } from '../../domain/appeal';
import { publishedStatuses } from '../../domain/appeal-status';

/** The board's address. Whatever is not a filter of ours is no filter: an address somebody mistyped still shows a board. */
export const boardQuery = z
  .object({
    q: z.string().trim().max(200).catch(''),
    kind: z.enum(kinds).nullable().catch(null),
    status: z.enum(publishedStatuses).nullable().catch(null),
    sort: z.enum(boardOrders).catch('relevance'),
    after: z.string().max(60).catch(''),
  })
  .transform(({ q, kind, status, sort, after }) => ({ text: q, kind, status, order: sort, cursor: after }));

/** The address of any list with pages: where this one starts. */
export const pageQuery = z.object({ after: z.string().max(60).catch('') });
