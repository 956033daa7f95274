import type { Request, RequestHandler, Response } from 'express';
import { InvalidInput } from '../../errors';
import { hasText, translator } from '../../i18n/translator';
import type { FormState } from '../presenters/option';
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

/**
 * The handler of a form's POST. What `submit` refuses with InvalidInput is shown again with status 422: everything
 * typed but passwords and files, and the errors in the reader's language. Every other error goes its way.
 */
export function showingAgain(show: ShowForm, submit: (request: Request, response: Response) => Promise<void>) {
  const handler: RequestHandler = async (request, response) => {
    try {
      await submit(request, response);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      response.status(error.status);
      await show(request, response, refusedForm(error, request));
    }
  };
  return handler;
}

/** @returns the state of a form that was refused */
export function refusedForm(error: InvalidInput, request: Request): FormState {
  const t = translator(request.viewer.language);
  const errorOf = Object.fromEntries(Object.entries(error.fields).map(([field, key]) => [field, t(key, error.values)]));
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
