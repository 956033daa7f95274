import type { Request, RequestHandler, Response } from 'express';
import { type AppError, InvalidInput, Stale } from '../../errors';
import { hasText, translator } from '../../i18n/translator';
import type { FormState } from '../presenters/option';
import type { EventView } from '../presenters/timeline-view';
import { standingTexts } from '../typed-texts';
import { typedValues } from './typed-values';

/** Shows a form's page; `form` is blank at first, and brings back what was refused. */
export type ShowForm = (request: Request, response: Response, form: FormState) => Promise<void> | void;

/** A form nobody has typed into, filled with what is known. */
export function freshForm(values: Record<string, unknown> = {}): FormState {
  return { values, errors: [], errorOf: {} };
}

/** The handler of a form's GET. @param values what the fields hold at first */
export function showing(show: ShowForm, values?: (request: Request) => Record<string, unknown>): RequestHandler {
  return (request, response) => show(request, response, freshForm(values?.(request)));
}

/** How a record stands that somebody else has saved while its form was open. */
export interface Standing {
  /** What the form's fields would hold if it were opened now. */
  values: Readonly<Record<string, unknown>>;
  /** Those that are not typed, and must be of now: the version, and which photos there are. */
  renewed?: Readonly<Record<string, unknown>>;
  since?: readonly EventView[];
}

/**
 * The handler of a form's POST. What `submit` refuses with InvalidInput is shown again with status 422: everything
 * typed but passwords and files, and the errors in the reader's language. Every other error goes its way.
 * @param standing where two may edit the same: whoever is second (Stale) gets the form back with status 409, as they
 * typed it, beside how the record stands now
 */
export function showingAgain(
  show: ShowForm,
  submit: (request: Request, response: Response) => Promise<void>,
  standing?: (request: Request) => Promise<Standing>,
) {
  const handler: RequestHandler = async (request, response) => {
    try {
      await submit(request, response);
    } catch (error) {
      const form = await formAfter(error, request);
      response.status(form.status);
      await show(request, response, form.state);
    }
  };
  return handler;

  async function formAfter(error: unknown, request: Request): Promise<{ status: number; state: FormState }> {
    if (error instanceof InvalidInput) return { status: error.status, state: refusedForm(error, request) };
    if (!(error instanceof Stale && standing)) throw error;
    return { status: error.status, state: staleForm(request, await standing(request)) };
  }
}

function staleForm(request: Request, { values, renewed = {}, since = [] }: Standing): FormState {
  return {
    values: { ...typedValues(request.body), ...renewed },
    errors: [],
    errorOf: {},
    stale: { since, standing: standingTexts(request, values) },
  };
}

/** @returns the state of a form that was refused */
export function refusedForm(error: AppError, request: Request): FormState {
  const t = translator(request.viewer.language);
  const fields = error instanceof InvalidInput ? error.fields : {};
  const errorOf = Object.fromEntries(Object.entries(fields).map(([field, key]) => [field, t(key, error.values)]));
  const errors = Object.entries(errorOf).map(([field, message]) => ({ field, message: named(field, message) }));
  return {
    values: typedValues(request.body),
    errors: errors.length > 0 ? errors : [{ field: '', message: t(error.key, error.values) }],
    errorOf,
  };

  /** The summary stands far from the fields, so it says which one it means. */
  function named(field: string, message: string): string {
    return hasText(request.viewer.language, `field.${field}`) ? `${t(`field.${field}`)}: ${message}` : message;
  }
}
