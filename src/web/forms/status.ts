import { z } from 'zod';
import { checkbox, required, text } from './fields';
import { plainPhotoFields, withPhotosChosen } from './photos';

/** A button of the customer's that needs nothing but the press. */
export const pressForm = z.strictObject({});

/** The customer answers. */
export const replyForm = z.strictObject({ words: required(text(5000)) });

/** What may be done with the thanks. */
const consent = { shareable: checkbox(), publicUse: checkbox() };

/** The customer says thank you, and who else may read it. */
export const thanksForm = z
  .strictObject({ words: required(text(2000)), ...consent, ...plainPhotoFields })
  .transform((typed) => withPhotosChosen(typed));

/** What of it the customer still agrees to. */
export const consentForm = z.strictObject(consent);

/** Where the parcel shall go. */
export const addressForm = z.strictObject({ address: required(text(500)) });
