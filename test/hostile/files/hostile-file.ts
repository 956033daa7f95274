/** A file somebody means harm with. */
export interface HostileFile {
  /** What is wrong with it, for the name of the test. */
  readonly what: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  /** Refused in a sentence, or kept as a picture of our own making that has nothing left of it; or nothing a form can be. */
  readonly ends: 'refused' | 'harmless' | 'no form';
}

/** Stands in every file that carries words, and must be in none that is kept. */
export const mark = 'FundusHostileMark';

/** What a browser would run if it took the file for a page. */
export const script = `<script>document.title='${mark}'</script>`;

/** @returns makers of files of one kind, which share the end of their names */
export function filesOf(extension: string) {
  const file = (ends: HostileFile['ends']) => (what: string, bytes: Buffer) => ({
    what: `${extension}: ${what}`,
    fileName: `hostile.${extension}`,
    bytes,
    ends,
  });
  return { refused: file('refused'), harmless: file('harmless') };
}
