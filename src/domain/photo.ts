/** A photo as a case refers to it; the files lie in the photo store under its id. */
export interface Photo extends Picture {
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

/** @returns the picture as it was sent */
export function originalOf({ id, width, height, original }: Photo): Picture {
  return original ?? { id, width, height };
}

/** @returns ids of everything that is kept for a photo */
export function pictureIdsOf({ id, original }: Photo): string[] {
  return original ? [id, original.id] : [id];
}
