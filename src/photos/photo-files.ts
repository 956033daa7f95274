import type { View } from './fingerprint/plane';

/** Long edge of each size, in pixels. A smaller original keeps its own size. */
export const photoSizes = { small: 480, medium: 960, large: 1920 } as const;

export type PhotoSize = keyof typeof photoSizes;
export type PhotoFileName = `${PhotoSize}.jpg`;

/** Every file a photo is stored as. */
export const photoFileNames = ['small.jpg', 'medium.jpg', 'large.jpg'] as const satisfies readonly PhotoFileName[];

/** Files made of the others when somebody first asks for them; nothing is lost with them. */
export const derivedFileNames = [
  'small.avif',
  'medium.avif',
  'large.avif',
  'small.webp',
  'medium.webp',
  'large.webp',
] as const;

export type DerivedFileName = (typeof derivedFileNames)[number];
export type DerivedFormat = 'avif' | 'webp';

export interface PhotoFile {
  readonly name: PhotoFileName;
  readonly bytes: Buffer;
}

/** A photo as the store keeps it. */
export interface PhotoFiles {
  /** 64 hexadecimal digits; the same for the same picture. */
  readonly id: string;
  readonly files: readonly PhotoFile[];
}

/** A photo that was decoded, cleaned and resized, ready for the store. */
export interface PreparedPhoto extends PhotoFiles {
  /** Pixels of the large size. */
  readonly width: number;
  readonly height: number;
  /** What its fingerprint is taken of. */
  readonly view: View;
  /** Base64 of a tiny WebP. */
  readonly placeholder: string;
}
