import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../config';
import type { Language } from '../domain/languages';

/** Texts of one room, nested as its file is. */
export interface Texts {
  [name: string]: string | Texts;
}

/** Read beside the sources, as views and assets are: the compiler copies none of them. */
const folder = path.join(projectRoot, 'src', 'i18n');

/**
 * Reads every file of a language, so that a new room needs no entry in a list.
 * @returns the texts by room: `happy-ends.json` and `happyEnds.json` are both `happyEnds`
 */
export function loadTexts(language: Language): Texts {
  const files = readdirSync(path.join(folder, language)).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(files.map((file) => [roomOf(file), readTexts(path.join(folder, language, file))]));
}

function roomOf(file: string): string {
  return path.basename(file, '.json').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function readTexts(file: string): Texts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Texts;
  } catch (cause) {
    throw new Error(`cannot read the texts of ${file}`, { cause });
  }
}
