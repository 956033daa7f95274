import { z } from 'zod';
import type { Customer } from '../../../customers/customer';
import { languages } from '../../../domain/languages';

/** The customer of a case, for agents. */
export const customerSchema = z
  .strictObject({
    name: z.string(),
    handle: z.string(),
    email: z.string(),
    address: z.string(),
    language: z.enum(languages),
    originalWords: z.string(),
    postUrl: z.string(),
  })
  .meta({ id: 'Customer' });

/** For agents alone; never the link to the status page, which would make whoever has it the customer. */
export function customerJson(customer: Customer): z.infer<typeof customerSchema> {
  const { name, handle, email, address, language, originalWords, postUrl } = customer;
  return { name, handle, email, address, language, originalWords, postUrl };
}
