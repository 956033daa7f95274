import { serialize } from 'bson';
import { fromLine, linesOf, toLine } from '../../src/backup/canonical';

it('gives a document as one line and back, byte for byte', () => {
  const bytes = serialize({ _id: 1, text: 'two\nlines, \u2028 three', big: 2n ** 60n, half: 0.5 });
  const line = toLine(bytes);
  expect(line).not.toContain('\n');
  expect(Buffer.from(serialize(fromLine(line)))).toEqual(Buffer.from(bytes));
});

it('refuses a document that reads as something else', () => {
  expect(() => toLine(serialize({ _id: 7, fake: { $numberInt: '5' } }))).toThrow('the document 7 cannot be');
});

it('splits at line feeds alone, wherever the pieces end', async () => {
  const text = Buffer.from('one\rstill\u2028one\nzwei €\n\nfour');
  for (const size of [1, 2, 5, 100]) {
    const lines: string[] = [];
    for await (const line of linesOf(pieces(text, size))) lines.push(line);
    expect(lines).toEqual(['one\rstill\u2028one', 'zwei €', '', 'four']);
  }
});

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
