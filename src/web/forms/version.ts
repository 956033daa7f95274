import { z } from 'zod';
import { wholeNumber } from './fields';

/** Every form about a case says which version of it was on the page; `seenVersion` of the command. */
export const version = { version: wholeNumber(0, 999_999_999).optional() };

/** A button that needs nothing but the version. */
export const bareForm = z.strictObject(version);
