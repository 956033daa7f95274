import type { Request, RequestHandler } from 'express';
import type { z } from 'zod';
import type { AccountTarget } from '../../appeals/transition';
import { link, paths } from '../../paths';
import { flash } from '../flash';
import { parsePhotoForm } from '../forms/photos';
import { seeOther } from '../page';
import type { appealPage } from './appeal-page';
import { targetOf } from './target';

type VersionedForm = z.ZodType<{ version?: number | undefined }>;

/**
 * Makes handlers of commands given on the appeal's page: parse, verb, say what happened, back to the page.
 * @param page shows itself again when a form is refused
 */
export function commandsOn(page: ReturnType<typeof appealPage>) {
  /**
   * @param name of the form, under which a refused one comes back, and of the sentence said (`flash.<name>`)
   * @param run the verb, with the form's values
   * @param next the page that follows, where it is not the case's own
   */
  return function command<Form extends VersionedForm>(
    name: string,
    form: Form,
    run: (target: AccountTarget, values: z.output<Form>, request: Request) => Promise<unknown>,
    next: typeof paths.appeal | typeof paths.newUpdate = paths.appeal,
  ): RequestHandler {
    return page.form(name, async (request, response) => {
      const values = parsePhotoForm(form, request);
      const target = targetOf(request, values.version);
      await run(target, values, request);
      flash(request, `flash.${name}`);
      seeOther(response, link(next, { id: target.appealId }));
    });
  };
}

/** Handlers made by `commandsOn`. */
export type Command = ReturnType<typeof commandsOn>;
