import type { Request } from 'express';
import { hasText, translator } from '../i18n/translator';
import { typedValues } from './forms/typed-values';

/** A field somebody had filled in, for a page that is not its form. */
export interface TypedText {
  name: string;
  label: string;
  value: string;
}

/**
 * What was typed into the request's form, so that an error loses nobody's words. Typed are the fields that have a
 * label in the room `field`; all others were chosen, or filled in by the form itself.
 */
export function typedTexts(request: Request): TypedText[] {
  const { language } = request.viewer;
  return Object.entries(typedValues(request.body))
    .filter(([name]) => hasText(language, labelOf(name)))
    .map(([name, value]) => ({
      name,
      label: translator(language)(labelOf(name)),
      value: [value].flat().join('\n').trim(),
    }))
    .filter(({ value }) => value !== '');
}

/** The name comes from the request, so a dot in it must not lead anywhere else. */
function labelOf(name: string): string {
  return `field.${name.replace(/\W/g, '')}`;
}
