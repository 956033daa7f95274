import { z } from 'zod';
import { required, text, wholeNumber } from './fields';

/** A new version of a text; `seen` is the one that was changed. */
export const houseTextForm = z.strictObject({ seen: wholeNumber(0, 999_999), text: required(text(4000)) });
