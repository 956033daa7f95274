import type { Language } from '../domain/languages';
import { placeholderFlaws, placeholdersOf, type TextPiece, textPieces } from '../domain/text-pieces';
import { InvalidInput, Stale } from '../errors';
import { translator } from '../i18n/translator';
import { isDuplicate } from '../models/duplicate';
import { TextVersionModel } from '../models/text-version';

/** A text as it stands now. */
export interface HouseText {
  piece: TextPiece;
  language: Language;
  /** 0: as it came with the house. */
  version: number;
  text: string;
  /** Null for version 0. */
  writtenAt: Date | null;
  writtenBy: string | null;
}

/** @returns every text of a language by piece, in its newest version */
export async function houseTexts(language: Language): Promise<ReadonlyMap<TextPiece, HouseText>> {
  const versions = await TextVersionModel.find({ language }, { _id: 0 }).sort({ version: 1 }).lean();
  return new Map(
    [...textPieces.map((piece) => ownText(piece, language)), ...versions].map((text) => [text.piece, text]),
  );
}

/** @returns every version of one text, the newest first, down to the house's own */
export async function versionsOf(piece: TextPiece, language: Language): Promise<HouseText[]> {
  const versions = await TextVersionModel.find({ piece, language }, { _id: 0 }).sort({ version: -1 }).lean();
  return [...versions, ownText(piece, language)];
}

/**
 * Adds a version of a text.
 * @param seen the version the admin has changed
 * @throws InvalidInput when a placeholder is unknown, or one is missing without which the text is void
 * @throws Stale when somebody else was faster
 */
export async function saveText(
  given: Pick<HouseText, 'piece' | 'language' | 'text'>,
  writtenBy: string,
  seen: number,
): Promise<void> {
  const { unknown, missing } = placeholderFlaws(given.piece, given.text);
  if (unknown.length > 0) throw refusal('texts.unknownPlaceholder', unknown);
  if (missing.length > 0) throw refusal('texts.missingPlaceholder', missing);
  const newest = (await versionsOf(given.piece, given.language))[0]?.version ?? 0;
  if (newest !== seen) throw new Stale('conflict.textChanged');
  try {
    await TextVersionModel.create({ ...given, version: seen + 1, writtenBy, writtenAt: new Date() });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new Stale('conflict.textChanged');
  }
}

function refusal(key: string, names: readonly string[]): InvalidInput {
  return new InvalidInput('error.invalidInput', { text: key }, { names: names.join(', ') });
}

/** The text of the locale files, with its placeholders as they stand there. */
function ownText(piece: TextPiece, language: Language): HouseText {
  const standing = Object.fromEntries(placeholdersOf(piece).allowed.map((name) => [name, `{{${name}}}`]));
  const text = translator(language)(`message.${piece}`, standing);
  return { piece, language, version: 0, text, writtenAt: null, writtenBy: null };
}
