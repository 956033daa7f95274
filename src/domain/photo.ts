/** A photo as a case refers to it; the files lie in the photo store under its id. */
export interface Photo extends Picture {
  /** What is to be seen, for those who do not see it; missing where nobody was asked. */
  alt?: string;
  /** The picture as it was sent, for agents alone; missing where nothing was made unrecognizable. */
  original?: Picture;
  /** What was made unrecognizable in it. */
  blurred?: Region[];
}

/** A picture in the photo store. */
export interface Picture {
  /** Content address: SHA-256, 64 hex digits. */
  id: string;
  /** Pixels of the largest size kept. */
  width: number;
  height: number;
  /** A few hundred bytes of blurred picture, as base64 of a WebP, shown until the picture is there. */
  placeholder?: string;
}

/** A part of a picture, in percent of its width and height. */
export interface Region {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Most parts of one picture that can be made unrecognizable. */
export const mostRegions = 8;

/** Longest description of a photo, in UTF-16 units. */
export const mostAlt = 300;

/** @returns the picture as it was sent */
export function originalOf({ id, width, height, placeholder, original }: Photo): Picture {
  return original ?? { id, width, height, ...(placeholder && { placeholder }) };
}

/** @returns ids of everything that is kept for a photo */
export function pictureIdsOf({ id, original }: Photo): string[] {
  return original ? [id, original.id] : [id];
}
