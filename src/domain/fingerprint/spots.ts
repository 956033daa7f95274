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

const spotBytes = 20;
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
  const spots: Spot[] = [];
  for (let start = 0; start + spotBytes <= bytes.length; start += spotBytes) spots.push(spotAt(view, start));
  return spots;
}

function spotAt(view: DataView, start: number): Spot {
  const code = new Uint32Array(codeBits / 32);
  for (let part = 0; part < code.length; part += 1) code[part] = view.getUint32(start + 4 + part * 4);
  return {
    x: view.getUint8(start),
    y: view.getUint8(start + 1),
    size: 2 ** (view.getUint8(start + 2) / sizeSteps),
    direction: (view.getUint8(start + 3) / 256) * 2 * Math.PI,
    code,
  };
}

/** @returns in how many bits two codes differ */
export function codeDistance(one: Uint32Array, other: Uint32Array): number {
  return (
    bitsIn((one[0] as number) ^ (other[0] as number)) +
    bitsIn((one[1] as number) ^ (other[1] as number)) +
    bitsIn((one[2] as number) ^ (other[2] as number)) +
    bitsIn((one[3] as number) ^ (other[3] as number))
  );
}
