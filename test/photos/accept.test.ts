import sharp from 'sharp';
import { InvalidInput } from '../../src/errors';
import { acceptPhoto } from '../../src/photos/accept';
import { type PhotoFileName, type PreparedPhoto, photoFileNames } from '../../src/photos/photo-files';
import { animation, blackPng, colourAt, isoMedia, lyingPng, scene } from './pictures';

const accept = (bytes: Buffer) => acceptPhoto(bytes, { fileName: 'esel.jpg' });

function file(photo: PreparedPhoto, name: PhotoFileName): Buffer {
  const found = photo.files.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`${name} is missing`);
  return found.bytes;
}

async function sizeOf(photo: PreparedPhoto, name: PhotoFileName): Promise<[number, number]> {
  const { width, height } = await sharp(file(photo, name)).metadata();
  return [width, height];
}

async function refusalOf(bytes: Buffer): Promise<string> {
  const error = await accept(bytes).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InvalidInput)) throw new Error(`expected a refusal, got ${error}`);
  expect(error.fields).toEqual({ photos: error.key });
  return error.key;
}

describe('the files of an accepted photo', () => {
  let photo: PreparedPhoto;
  beforeAll(async () => {
    photo = await accept(await scene(2400, 1600).jpeg().toBuffer());
  });

  test('are three, by the long edge', async () => {
    expect(photo.files.map(({ name }) => name)).toEqual(photoFileNames);
    expect(await sizeOf(photo, 'small.jpg')).toEqual([480, 320]);
    expect(await sizeOf(photo, 'medium.jpg')).toEqual([960, 640]);
    expect(await sizeOf(photo, 'large.jpg')).toEqual([1920, 1280]);
    expect([photo.width, photo.height]).toEqual([1920, 1280]);
  });

  test('are what their names say', async () => {
    for (const { bytes } of photo.files) expect((await sharp(bytes).metadata()).format).toBe('jpeg');
  });
});

test('a small picture is not enlarged', async () => {
  const photo = await accept(await scene(600, 300).png().toBuffer());
  expect(await sizeOf(photo, 'small.jpg')).toEqual([480, 240]);
  expect(await sizeOf(photo, 'medium.jpg')).toEqual([600, 300]);
  expect(await sizeOf(photo, 'large.jpg')).toEqual([600, 300]);
  expect([photo.width, photo.height]).toEqual([600, 300]);
});

describe('what the camera wrote beside the picture', () => {
  const placed = () =>
    scene(80, 60)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Make: 'Canary camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 33/1 0/1' } })
      .toBuffer();

  test('its way up is applied', async () => {
    const sideways = await scene(80, 60).jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer();
    const photo = await accept(sideways);
    expect([photo.width, photo.height]).toEqual([60, 80]);
    const [red, , blue] = await colourAt(file(photo, 'large.jpg'), 10, 10);
    expect(red).toBeGreaterThan(blue + 80);
    const below = await colourAt(file(photo, 'large.jpg'), 10, 70);
    expect(below[2]).toBeGreaterThan(below[0] + 80);
  });

  test('camera and place are gone from every file', async () => {
    const sent = await placed();
    expect(sent.includes('Canary camera')).toBe(true);
    const photo = await accept(sent);
    for (const { bytes } of photo.files) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
      expect(bytes.includes('Canary')).toBe(false);
    }
  });
});

describe('the id', () => {
  test('is the same for the same picture, whatever its metadata and file format', async () => {
    const plain = await accept(await scene(300, 200).png().toBuffer());
    const tagged = await accept(
      await scene(300, 200)
        .webp({ lossless: true })
        .withExif({ IFD0: { Artist: 'somebody' } })
        .toBuffer(),
    );
    expect(plain.id).toMatch(/^[0-9a-f]{64}$/);
    expect(tagged.id).toBe(plain.id);
  });

  test('differs for other pixels and for the same pixels in another shape', async () => {
    const photos = await Promise.all([blackPng(300, 200), blackPng(200, 300), blackPng(300, 201)].map(accept));
    expect(new Set(photos.map(({ id }) => id)).size).toBe(3);
  });
});

describe('kinds of pictures', () => {
  test('AVIF', async () => {
    const photo = await accept(await scene(64, 48).avif().toBuffer());
    expect([photo.width, photo.height]).toEqual([64, 48]);
  });

  test.each(['gif', 'webp'] as const)('an animated %s gives its first frame', async (format) => {
    const sent = await animation(format, '#d02020', '#20d020');
    expect((await sharp(sent).metadata()).pages).toBe(2);
    const photo = await accept(sent);
    expect([photo.width, photo.height]).toEqual([40, 30]);
    const [red, green] = await colourAt(file(photo, 'large.jpg'), 20, 15);
    expect(red).toBeGreaterThan(green + 100);
  });

  test('a CMYK JPEG becomes sRGB', async () => {
    const sent = await scene(64, 48).toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(sent).metadata()).space).toBe('cmyk');
    const photo = await accept(sent);
    expect((await sharp(file(photo, 'large.jpg')).metadata()).space).toBe('srgb');
    const [red, , blue] = await colourAt(file(photo, 'large.jpg'), 10, 30);
    expect(red).toBeGreaterThan(blue + 80);
  });

  test('a 16-bit PNG becomes 8-bit', async () => {
    const sent = await scene(64, 48).toColourspace('rgb16').png().toBuffer();
    expect((await sharp(sent).metadata()).depth).toBe('ushort');
    const photo = await accept(sent);
    const [red, green, blue] = await colourAt(file(photo, 'large.jpg'), 10, 30);
    expect(Math.abs(red - 0xc0) + Math.abs(green - 0x20) + Math.abs(blue - 0x20)).toBeLessThan(20);
  });

  test('a grey picture keeps its grey, a transparent one lies on white', async () => {
    const grey = await accept(await scene(64, 48).greyscale().png().toBuffer());
    expect((await sharp(file(grey, 'large.jpg')).metadata()).channels).toBe(3);
    const clear = { create: { width: 20, height: 20, channels: 4 as const, background: '#00000000' } };
    const photo = await accept(await sharp(clear).png().toBuffer());
    expect(await colourAt(file(photo, 'large.jpg'), 5, 5)).toEqual([255, 255, 255]);
  });
});

describe('refused', () => {
  test.each([
    ['text named .jpg', 'I am a picture, honestly', 'photo.notAPicture'],
    ['nothing', '', 'photo.notAPicture'],
    ['a web page with a drawing in it', '<!doctype html><html><svg></svg></html>', 'photo.notAPicture'],
    ['PDF', '%PDF-1.7\n%', 'photo.notAPicture'],
    ['TIFF', 'II*\0\x08\0\0\0', 'photo.notAPicture'],
    ['BMP', 'BM\x36\0\0\0', 'photo.notAPicture'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'photo.svg'],
    ['SVG behind a prologue', '\uFEFF<?xml version="1.0"?>\n<!-- x -->\n<svg width="9"/>', 'photo.svg'],
  ])('%s', async (_what, content, key) => {
    expect(await refusalOf(Buffer.from(content))).toBe(key);
  });

  test.each([
    ['iPhone HEIC', isoMedia('heic', 'mif1', 'heic'), 'photo.heic'],
    ['HEIF of an unknown codec', isoMedia('mif1', 'miaf'), 'photo.heic'],
    ['HEVC sequence', isoMedia('hevc'), 'photo.heic'],
    ['a film', isoMedia('isom', 'mp42'), 'photo.notAPicture'],
    ['AVIF brands and nothing else', isoMedia('mif1', 'avif'), 'photo.damaged'],
    ['a JPEG of four bytes', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'photo.damaged'],
    ['a header of 30000 x 30000', lyingPng(30_000, 30_000), 'photo.tooManyPixels'],
    ['144 megapixels in 18 kB', blackPng(12_000, 12_000), 'photo.tooManyPixels'],
    ['a PNG that ends early', lyingPng(2000, 2000), 'photo.damaged'],
    ['more than 15 MB', Buffer.alloc(15 * 1024 * 1024 + 1), 'photo.tooLarge'],
  ])('%s', async (_what, bytes, key) => {
    expect(await refusalOf(bytes)).toBe(key);
  });

  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('a %s cut in the middle', async (format) => {
    const whole = await scene(400, 300).toFormat(format).toBuffer();
    expect(await refusalOf(whole.subarray(0, Math.floor(whole.length / 2)))).toBe('photo.damaged');
  });

  test('the sentence names the file, without controls or direction marks', async () => {
    const thrown = await acceptPhoto(Buffer.from('x'), { fileName: `a\u202Egpj\n.exe${'x'.repeat(200)}` }).catch(
      (error: InvalidInput) => error.values,
    );
    expect(thrown).toEqual({ fileName: `agpj.exe${'x'.repeat(72)}`, megabytes: 15, megapixels: 50 });
  });
});
