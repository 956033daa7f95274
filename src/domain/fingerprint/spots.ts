import { bitsIn } from './bits';

/** A spot that stands out: where, how large, how turned, and what it looks like. */
export interface Spot {
  /** Pixels of the view the fingerprint was taken of, 256 along its long edge. */
  readonly x: number;
  readonly y: number;
  /** Radius in the same pixels. */
  readonly size: number;
  /** Radians, 0 to 2π. */
  readonly direction: number;
  /** 128 bits as four numbers; two looks of one spot differ in few of them. */
  readonly code: Uint32Array;
}

export const spotBytes = 20;
export const codeBits = 128;

/** Sizes are kept in steps of a sixteenth of an octave. */
const sizeSteps = 16;

/** @returns the spots as bytes: x, y, size and direction, one each, then the code */
export function packSpots(spots: readonly Spot[]): Uint8Array {
  const bytes = new Uint8Array(spots.length * spotBytes);
  const view = new DataView(bytes.buffer);
  spots.forEach(({ x, y, size, direction, code }, index) => {
    const start = index * spotBytes;
    bytes.set([x, y, Math.log2(size) * sizeSteps, (direction / (2 * Math.PI)) * 256].map(Math.round), start);
    for (const [part, word] of code.entries()) view.setUint32(start + 4 + part * 4, word);
  });
  return bytes;
}

/** The way back. */
export function unpackSpots(bytes: Uint8Array): Spot[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / spotBytes }, (_, index) => {
    const start = index * spotBytes;
    const [x, y, size, direction] = [0, 1, 2, 3].map((at) => view.getUint8(start + at)) as [
      number,
      number,
      number,
      number,
    ];
    return {
      x,
      y,
      size: 2 ** (size / sizeSteps),
      direction: (direction / 256) * 2 * Math.PI,
      code: Uint32Array.from({ length: 4 }, (__, part) => view.getUint32(start + 4 + part * 4)),
    };
  });
}

/** @returns in how many bits two codes differ */
export function codeDistance(one: Uint32Array, other: Uint32Array): number {
  let differing = 0;
  for (let part = 0; part < 4; part += 1) differing += bitsIn((one[part] as number) ^ (other[part] as number));
  return differing;
}
