import sharp from 'sharp';
import { drawingOf, drawPicture, type PictureName, pictureNames } from '../../scripts/demo/pictures';

/** The drawing at 4 points an inch: all that is needed to see whether something was drawn. */
async function contrastOf(name: PictureName): Promise<number> {
  const thumbnail = await sharp(Buffer.from(drawingOf(name)), { density: 4 })
    .flatten()
    .png()
    .toBuffer();
  const { channels } = await sharp(thumbnail).stats();
  return Math.max(...channels.map(({ stdev }) => stdev));
}

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found);

test('a picture is a JPEG of the size a phone sends', async () => {
  const { format, width, height } = await sharp(await drawPicture('silver-ring')).metadata();
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: 1600, height: 1200 });
});

describe.each(pictureNames)('%s', (name) => {
  test('names every gradient and filter once and uses none that is missing', () => {
    const drawing = drawingOf(name);
    const defined = matches(drawing, / id="([^"]+)"/g);
    const used = matches(drawing, /url\(#([^)]+)\)/g);
    expect(defined.filter((id, index) => defined.indexOf(id) !== index)).toEqual([]);
    expect(used.filter((id) => !defined.includes(id))).toEqual([]);
    expect(defined.filter((id) => !used.includes(id) && !/^spot-/.test(id ?? ''))).toEqual([]);
  });

  test('has no broken numbers and needs no font and no other file', () => {
    expect(drawingOf(name)).not.toMatch(/NaN|undefined|Infinity|<text|<image|href/);
  });

  test('shows something', async () => {
    expect(await contrastOf(name)).toBeGreaterThan(20);
  });
});

test('the same picture is drawn every time', () => {
  for (const name of pictureNames) expect(drawingOf(name)).toBe(drawingOf(name));
});
