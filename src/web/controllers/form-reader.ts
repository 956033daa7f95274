import type { Request } from 'express';
import { translator } from '../../i18n/translator';
import type { FormState } from '../presenters/option';
import type { FormReader } from '../presenters/photo-rows';
import { waitingRows } from '../waiting-rows';

/** @returns what a form with photos is shown with, besides what was typed */
export async function formReader(request: Request, form: FormState): Promise<FormReader> {
  return { t: translator(request.viewer.language), waiting: await waitingRows(request, form.values) };
}
