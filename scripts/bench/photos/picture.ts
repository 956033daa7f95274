import sharp from 'sharp';

/** What a phone takes: twelve megapixels. */
const [width, height] = [4000, 3000];

/** @returns a JPEG of twelve megapixels, with as much in it as a photo has; another one for each number */
export async function twelveMegapixels(number: number): Promise<Buffer> {
  const grain = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const colour = { r: (number * 47) % 256, g: (number * 89) % 256, b: 120 };
  const cells = { width: 500, height: 375, channels: 3 as const };
  const noise = await sharp({ create: { ...cells, background: colour, noise: grain } })
    .png()
    .toBuffer();
  return sharp(noise).tint(colour).resize(width, height).jpeg({ quality: 90 }).toBuffer();
}
