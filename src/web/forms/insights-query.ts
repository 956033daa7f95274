import { z } from 'zod';
import { kinds } from '../../domain/appeal';

/** How many weeks can be looked back. */
export const periods = [4, 12, 26, 52] as const;
const usualPeriod = 12;

/** The address of the insights. Whatever is not a filter of ours is no filter. */
export const insightsQuery = z.object({
  weeks: z.coerce
    .number()
    .pipe(z.union(periods.map((weeks) => z.literal(weeks))))
    .catch(usualPeriod),
  kind: z.enum(kinds).nullable().catch(null),
});

export type InsightsQuery = z.output<typeof insightsQuery>;
