import { z } from 'zod';
import { foreign, line } from './fields';

/** What a browser says of its subscription: an address, its public key of 65 bytes, and a secret of 16. */
export const pushForm = z.strictObject({
  endpoint: line(1000),
  p256dh: z.string().regex(/^[\w-]{87}$/, foreign),
  auth: z.string().regex(/^[\w-]{22}$/, foreign),
});
