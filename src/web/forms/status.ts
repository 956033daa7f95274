import { z } from 'zod';
import { languages } from '../../domain/languages';
import { checkbox, choice, required, text, wholeNumber } from './fields';
import { plainPhotoFields, withPhotosChosen } from './photos';

/** A button of the customer's that needs nothing but the press. */
export const pressForm = z.strictObject({});

/** The customer answers, and may send photos along. */
export const replyForm = z
  .strictObject({ words: required(text(5000)), ...plainPhotoFields })
  .transform((typed) => withPhotosChosen(typed));

/** The customer says what should be different. */
export const changesForm = z.strictObject({ words: required(text(5000)) });

/** The customer agrees to what colleagues will see, as it stood in this version. */
export const approvalForm = z.strictObject({ version: wholeNumber(0, 999_999_999) });

/** What may be done with the thanks. */
const consent = { shareable: checkbox(), publicUse: checkbox() };

/** The customer says thank you, and who else may read it. */
export const thanksForm = z
  .strictObject({ words: required(text(2000)), ...consent, ...plainPhotoFields })
  .transform((typed) => withPhotosChosen(typed));

/** What of it the customer still agrees to. */
export const consentForm = z.strictObject(consent);

/** Which language the customer reads. */
export const languageForm = z.strictObject({ language: choice(languages) });

/** Where the parcel shall go. */
export const addressForm = z.strictObject({ address: required(text(500)) });
