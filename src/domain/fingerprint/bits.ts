const { imul } = Math;

/** @returns how many bits of a 32-bit number are set */
export function bitsIn(value: number): number {
  const pairs = (value - ((value >>> 1) & 0x55555555)) | 0;
  const nibbles = ((pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)) | 0;
  return imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Signs by a fixed random order, the same in every process: +1 and -1. */
export function fixedSigns(rows: number, columns: number): readonly Int8Array[] {
  let state = 0x2545f491;
  const sign = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0x10000 ? 1 : -1;
  };
  return Array.from({ length: rows }, () => Int8Array.from({ length: columns }, sign));
}

/** The sign of a vector's projection: one bit of its code. */
export function isAbove(vector: ArrayLike<number>, signs: Int8Array): boolean {
  let sum = 0;
  for (let index = 0; index < signs.length; index += 1) sum += (vector[index] as number) * (signs[index] as number);
  return sum > 0;
}
