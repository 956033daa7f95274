import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/config';

export interface SourceFile {
  /** Relative to the project's root. */
  readonly name: string;
  readonly text: string;
}

/** Every file of an ending under a folder of the project, in the order of their names. */
export function sourceFiles(folder: string, ending: string): SourceFile[] {
  const root = path.join(projectRoot, folder);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => ({
    name: path.join(folder, name),
    text: readFileSync(path.join(root, name), 'utf8'),
  }));
}

/** Every match of a pattern's first group, each with the file it stands in. */
export function occurrences(files: readonly SourceFile[], pattern: RegExp): { file: string; found: string }[] {
  return files.flatMap(({ name, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ file: name, found: match[1] ?? '' })),
  );
}
