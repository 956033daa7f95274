import type { Request } from 'express';
import { hasText, translator } from '../i18n/translator';
import { typedValues } from './forms/typed-values';

/** A field somebody had filled in, for a page that is not its form. */
export interface TypedText {
  name: string;
  label: string;
  value: string;
}

/** Fields of which one of several values is chosen; their labels stand in rooms of their names. */
const choices = ['condition'];

/**
 * What was typed into the request's form, so that an error loses nobody's words. Typed are the fields that have a
 * label in the room `field`; all others were chosen, or filled in by the form itself.
 */
export function typedTexts(request: Request): TypedText[] {
  return labelled(request, typedValues(request.body)).filter(({ value }) => value !== '');
}

/** @returns of what a record holds now, by field, what is not what was typed into the request's form */
export function standingTexts(request: Request, values: Readonly<Record<string, unknown>>): TypedText[] {
  const typed = typedValues(request.body);
  const differing = labelled(request, values).filter(
    ({ name, value }) => name in typed && value !== inOne(typed[name]),
  );
  return differing.map((text) => ({ ...text, value: choiceIn(request, text) ?? text.value }));
}

/** @returns the label of what was chosen rather than typed; undefined for words */
function choiceIn(request: Request, { name, value }: TypedText): string | undefined {
  const key = `${name}.${value}`;
  return choices.includes(name) && hasText(request.viewer.language, key)
    ? translator(request.viewer.language)(key)
    : undefined;
}

function labelled(request: Request, values: Readonly<Record<string, unknown>>): TypedText[] {
  const { language } = request.viewer;
  return Object.entries(values)
    .filter(([name]) => hasText(language, labelOf(name)))
    .map(([name, value]) => ({ name, label: translator(language)(labelOf(name)), value: inOne(value) }));
}

/** Browsers send line ends of their own. */
function inOne(value: unknown): string {
  return [value ?? '']
    .flat()
    .filter((part) => part !== '')
    .join('\n')
    .replaceAll('\r\n', '\n')
    .trim();
}

/** The name comes from the request, so a dot in it must not lead anywhere else. */
function labelOf(name: string): string {
  return `field.${name.replace(/\W/g, '')}`;
}
