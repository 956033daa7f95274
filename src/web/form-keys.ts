import { randomBytes } from 'node:crypto';
import { ExpressHandlebars } from 'express-handlebars';

/** Name of the hidden field every form carries. */
export const formKeyField = 'formKey';

const openingTags = /<form\b[^>]*\bmethod="post"[^>]*>/g;
const hiddenField = `<input type="hidden" name="${formKeyField}" value="{{@root.formKey}}">`;

/** @returns a key nobody has used; a page's forms share it */
export function newFormKey(): string {
  return randomBytes(16).toString('base64url');
}

/** @returns whether a form of ours could have sent this as its key */
export function isFormKey(given: unknown): given is string {
  return typeof given === 'string' && /^[\w-]{22}$/.test(given);
}

/** Views in which every form that changes something carries the page's key, whether its author thought of it or not. */
export class KeyedHandlebars extends ExpressHandlebars {
  protected override _compileTemplate(
    ...[template, options]: Parameters<ExpressHandlebars['_compileTemplate']>
  ): ReturnType<ExpressHandlebars['_compileTemplate']> {
    return super._compileTemplate(template.replace(openingTags, `$&${hiddenField}`), options);
  }
}
