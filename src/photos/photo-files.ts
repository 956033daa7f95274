import type { Fingerprint } from '../domain/fingerprint';

/** Long edge of each size, in pixels. A smaller original keeps its own size. */
export const photoSizes = { small: 480, medium: 960, large: 1920 } as const;

export type PhotoSize = keyof typeof photoSizes;
export type PhotoFormat = 'webp' | 'jpg';
export type PhotoFileName = `${PhotoSize}.${PhotoFormat}`;

/** Every file a photo is stored as. */
export const photoFileNames = [
  'small.webp',
  'small.jpg',
  'medium.webp',
  'medium.jpg',
  'large.webp',
  'large.jpg',
] as const satisfies readonly PhotoFileName[];

/** Files made of the others when somebody first asks for them; nothing is lost with them. */
export const derivedFileNames = ['small.avif', 'medium.avif', 'large.avif'] as const;

export type DerivedFileName = (typeof derivedFileNames)[number];

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
  readonly fingerprint: Fingerprint;
  /** Base64 of a tiny WebP. */
  readonly placeholder: string;
}
