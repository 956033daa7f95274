import { z } from 'zod';
import { choice } from './fields';

/** What a page says about the agent before it. */
export const presenceForm = z.strictObject({ doing: choice(['looking', 'editing', 'leaving']) });
