import { z } from 'zod';
import { checkbox, required, text } from './fields';

/** "It has arrived." */
export const confirmForm = z.strictObject({});

/** The customer answers. */
export const replyForm = z.strictObject({ words: required(text(5000)) });

/** The customer says thank you, and whether others may read it. */
export const thanksForm = z.strictObject({ words: required(text(2000)), shareable: checkbox() });
