import type { Language } from '../../domain/languages';
import { placeholdersOf, type TextPiece, textPieces } from '../../domain/text-pieces';
import { updateTemplates } from '../../domain/update-template';
import type { HouseText } from '../../messages/house-texts';
import { link, paths } from '../../paths';
import type { FormState } from './option';

/** All texts, by what they say. */
export interface HouseTextsPage {
  groups: {
    label: string;
    texts: {
      href: string;
      languageLabel: string;
      styleLabel: string;
      textLanguage: string;
      text: string;
      version: number;
    }[];
  }[];
}

/** One text and its versions. Fields: text, seen (hidden). */
export interface HouseTextPage {
  action: string;
  label: string;
  languageLabel: string;
  styleLabel: string;
  textLanguage: string;
  /** As they stand in the text, with braces. */
  allowed: string;
  required: string;
  version: number;
  versions: { version: number; text: string; writtenAt: Date | null; writtenByName: string | null }[];
  form: FormState;
}

export function houseTextsPage(byLanguage: readonly ReadonlyMap<TextPiece, HouseText>[]): HouseTextsPage {
  const names = [...new Set(textPieces.map(nameOf))];
  return {
    groups: names.map((name) => ({
      label: labelOf(name),
      texts: textPieces
        .filter((piece) => nameOf(piece) === name)
        .flatMap((piece) => byLanguage.flatMap((texts) => texts.get(piece) ?? []))
        .map(({ piece, language, text, version }) => ({
          href: link(paths.houseText, { piece, language }),
          languageLabel: `common.language.${language}`,
          styleLabel: `texts.${styleOf(piece)}`,
          textLanguage: language,
          text,
          version,
        })),
    })),
  };
}

/** @param names of the admins by id */
export function houseTextPage(
  piece: TextPiece,
  language: Language,
  versions: readonly HouseText[],
  names: ReadonlyMap<string, string>,
  form: FormState,
): HouseTextPage {
  const { allowed, required } = placeholdersOf(piece);
  return {
    action: link(paths.houseText, { piece, language }),
    label: labelOf(nameOf(piece)),
    languageLabel: `common.language.${language}`,
    styleLabel: `texts.${styleOf(piece)}`,
    textLanguage: language,
    allowed: allowed.map(inBraces).join(', '),
    required: required.map(inBraces).join(', '),
    version: versions[0]?.version ?? 0,
    versions: versions.map(({ version, text, writtenAt, writtenBy }) => ({
      version,
      text,
      writtenAt,
      writtenByName: writtenBy && (names.get(writtenBy) ?? null),
    })),
    form,
  };
}

function nameOf(piece: TextPiece): string {
  return piece.split('.')[0] ?? '';
}

function styleOf(piece: TextPiece): string {
  return piece.split('.')[1] ?? '';
}

function labelOf(name: string): string {
  return updateTemplates.some((template) => template === name) ? `update.template.${name}` : `texts.piece.${name}`;
}

function inBraces(name: string): string {
  return `{{${name}}}`;
}
