import sharp from 'sharp';

/** Red, green and blue. */
export type Colour = readonly [number, number, number];

/** A picture of one colour alone, by which it is known again. */
export async function plainPicture([r, g, b]: Colour): Promise<Blob> {
  const picture = sharp({ create: { width: 90, height: 60, channels: 3, background: { r, g, b } } });
  return new Blob([Uint8Array.from(await picture.png().toBuffer())], { type: 'image/png' });
}

/** @returns the colour of a picture; decoding all of it proves that the file is whole */
export async function colourOf(file: Buffer): Promise<Colour> {
  const { channels } = await sharp(file).stats();
  const [r = -1, g = -1, b = -1] = channels.map(({ mean }) => Math.round(mean));
  return [r, g, b];
}

/** Compressing shifts a colour a little. */
export function areAlike(one: Colour, other: Colour): boolean {
  return one.every((value, index) => Math.abs(value - (other[index] ?? -99)) <= 6);
}
