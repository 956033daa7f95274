const fieldNames = /^[>*\s]*(From|Von|To|An|Cc|Sent|Gesendet|Date|Datum|Subject|Betreff)\*?:/i;
const dividers = [
  /^[-_]{2,}\s*(original message|ursprüngliche nachricht|originalnachricht|forwarded message|weitergeleitete nachricht)\s*[-_]{2,}\s*$/i,
  /^_{10,}\s*$/,
];
const attribution = /^[>\s]*(On|Am|Den)\s.{4,250}(wrote|schrieb)\b.{0,150}:\s*$/i;
const signature = /^(-- ?|Von meinem .{1,40} gesendet\.?|Sent from my .{1,60}|Gesendet (mit|von) .{1,60})$/i;

/** The longest attribution line mail programs make, broken into pieces. */
const attributionLines = 3;

/**
 * What somebody wrote, without the mail they answered and without their signature. Answers between the quoted lines
 * keep these, as they mean little without.
 * @param text of a mail, in German or English
 * @returns the text whole where everything in it seems to be history
 */
export function cutQuotes(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const above = tidied(withoutSignature(lines.slice(0, historyStart(lines))));
  return above !== '' ? above : tidied(withoutSignature(below(lines))) || text.trim();
}

/** @returns index of the first line of the history below; the number of lines where there is none */
function historyStart(lines: readonly string[]): number {
  const start = lines.findIndex((_, index) => beginsHistory(lines, index));
  const end = start === -1 ? lines.length : start;
  return end - trailingQuotes(lines.slice(0, end));
}

function beginsHistory(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (dividers.some((divider) => divider.test(line))) return true;
  if (fieldNames.test(line))
    return lines.slice(index + 1, index + 5).filter((next) => fieldNames.test(next)).length >= 2;
  return isAttribution(lines, index) && isQuotedNext(lines, index);
}

function isAttribution(lines: readonly string[], index: number): boolean {
  if (!/^[>\s]*(On|Am|Den)\s/i.test(lines[index] ?? '')) return false;
  return Array.from({ length: attributionLines }, (_, more) => lines.slice(index, index + more + 1).join(' ')).some(
    (joined) => joined.length < 500 && attribution.test(joined),
  );
}

/** "On Monday the donkey wrote:" is a sentence; with a date or an address in it, or quotes below, it is none. */
function isQuotedNext(lines: readonly string[], index: number): boolean {
  const said = lines.slice(index, index + attributionLines).join(' ');
  return /@|\d{1,2}[:.]\d{2}/.test(said) || lines.slice(index + 1, index + 5).some((line) => line.startsWith('>'));
}

function trailingQuotes(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => line.trim() !== '' && !line.startsWith('>'));
  const quoted = lines.slice(last + 1).some((line) => line.startsWith('>'));
  return quoted ? lines.length - last - 1 : 0;
}

/** Where the answer stands below what it answers. */
function below(lines: readonly string[]): string[] {
  const first = lines.findLastIndex((line) => line.startsWith('>'));
  return first === -1 ? [] : lines.slice(first + 1);
}

function withoutSignature(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => signature.test(line.trimStart().replace(/^--$/, '-- ')));
  return start === -1 ? [...lines] : lines.slice(0, start);
}

function tidied(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
