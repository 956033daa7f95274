import sharp from 'sharp';
import { crackedPhone } from './things/cracked-phone';
import { enamelMug } from './things/enamel-mug';
import { knittedRabbit } from './things/knitted-rabbit';
import { leatherSatchel } from './things/leather-satchel';
import { penguinKeyring } from './things/penguin-keyring';
import { plushDonkey } from './things/plush-donkey';
import { raincoat } from './things/raincoat';
import { silverRing } from './things/silver-ring';
import { snowGlobe } from './things/snow-globe';
import { starBadge } from './things/star-badge';
import { stormLantern } from './things/storm-lantern';
import { tinRobot } from './things/tin-robot';
import { toolBag } from './things/tool-bag';
import { twoDonkeys } from './things/two-donkeys';
import { woodenTrain } from './things/wooden-train';

const drawings = {
  'plush-donkey': plushDonkey,
  'two-donkeys': twoDonkeys,
  'enamel-mug': enamelMug,
  'storm-lantern': stormLantern,
  'knitted-rabbit': knittedRabbit,
  'tin-robot': tinRobot,
  raincoat,
  'cracked-phone': crackedPhone,
  'silver-ring': silverRing,
  'leather-satchel': leatherSatchel,
  'snow-globe': snowGlobe,
  'wooden-train': woodenTrain,
  'penguin-keyring': penguinKeyring,
  'tool-bag': toolBag,
  'star-badge': starBadge,
} as const satisfies Record<string, () => string>;

export type PictureName = keyof typeof drawings;

export const pictureNames = Object.keys(drawings) as PictureName[];

/** Surfaces are lit pixel by pixel, so a smaller drawing takes a third of the time; enlarged it is soft as a photo. */
const drawnAt = 0.6;
const pointsAnInch = 72;

/** The drawing as SVG; it needs no fonts and no other files. */
export function drawingOf(name: PictureName): string {
  return drawings[name]();
}

/** Draws a demo picture and gives it as a JPEG of 1600 x 1200 or 1200 x 1600, as a phone would send it. */
export async function drawPicture(name: PictureName): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(drawingOf(name)), { density: pointsAnInch * drawnAt })
    .flatten()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } })
    .resize(Math.round(width / drawnAt), Math.round(height / drawnAt))
    .jpeg({ quality: 88 })
    .toBuffer();
}
