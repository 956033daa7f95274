import { fixedSigns, isAbove } from './bits';
import { colourBins, type Fingerprint, fingerprintVersion, layoutCells } from './fingerprint';
import { codeBits, unpackSpots } from './spots';

/** The 64 bits of a hash are cut into four bands: when up to three bits differ, one band is the same. */
const hashBandBits = 16;

/** Colours and layout as codes of 96 bits, in eight bands each. */
const codeBandBits = 12;
const colourSigns = fixedSigns(96, colourBins);
const layoutSigns = fixedSigns(96, layoutCells * layoutCells * 3);

/** Each spot's code is cut into four bands, of which the last bits are left over. */
const spotBandBits = 24;
const spotBands = Math.floor(codeBits / spotBandBits);

/** Numbers of different bands never meet: each has room for the longest, and all fit into 31 bits. */
const room = 2 ** spotBandBits;
const first = { hash: 0, colours: 4, layout: 12, spots: 20 } as const;

/** All numbers of this version are this or more, and those of older versions less. */
export const firstNumber = (fingerprintVersion - 1) * 2 ** 31;

/**
 * The numbers under which a photo is found, a few hundred: each stands for a band, a part of a code. Two codes that
 * differ little have some bands in common, so photos that share many are worth comparing.
 */
export function bands(fingerprint: Fingerprint): number[] {
  const upright = fingerprint.hashes.slice(0, 1).flatMap(hashNumbers);
  return distinct([...upright, ...codeNumbers(fingerprint), ...spotNumbers(fingerprint)]);
}

/**
 * The numbers to look up for photos like this one: those of its spots, those of the hashes of all turns, and those of
 * colours and layout, also with one bit off in each band.
 * @param exact whether bands with a bit off are left out, as where so many photos are stored that enough are the same
 */
export function probes(fingerprint: Fingerprint, { exact = false }: { exact?: boolean } = {}): number[] {
  const turned = fingerprint.hashes.flatMap(hashNumbers);
  const codes = codeNumbers(fingerprint);
  const near = exact ? [] : codes.flatMap(offByOne);
  return distinct([...turned, ...codes, ...near, ...spotNumbers(fingerprint)]);
}

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].map((number) => firstNumber + number);
}

function hashNumbers(hash: string): number[] {
  const digits = hashBandBits / 4;
  const parts = Array.from({ length: hash.length / digits }, (_, band) =>
    hash.slice(band * digits, (band + 1) * digits),
  );
  return parts.map((part, band) => (first.hash + band) * room + Number.parseInt(part, 16));
}

function codeNumbers({ colours, layout }: Fingerprint): number[] {
  const roots = Float32Array.from(colours, Math.sqrt);
  return [...numbersOf(roots, colourSigns, first.colours), ...numbersOf(centred(layout), layoutSigns, first.layout)];
}

/** Cells count as much as they show of the subject, by how their colour differs from a middle grey. */
function centred(layout: Uint8Array): Float32Array {
  return Float32Array.from({ length: layoutCells * layoutCells * 3 }, (_, index) => {
    const cell = Math.floor(index / 3) * 4;
    const channel = (index % 3) + 1;
    const value = layout[cell + channel] ?? 0;
    return (layout[cell] ?? 0) * (channel === 1 ? (value - 104) / 4 : value - 128);
  });
}

function numbersOf(vector: Float32Array, signs: readonly Int8Array[], firstBand: number): number[] {
  const numbers = new Array<number>(signs.length / codeBandBits).fill(0);
  for (const [bit, row] of signs.entries()) {
    const band = Math.floor(bit / codeBandBits);
    numbers[band] = (numbers[band] as number) * 2 + (isAbove(vector, row) ? 1 : 0);
  }
  return numbers.map((number, band) => (firstBand + band) * room + number);
}

function offByOne(number: number): number[] {
  return Array.from({ length: codeBandBits }, (_, bit) => number ^ (1 << bit));
}

function spotNumbers({ spots }: Fingerprint): number[] {
  return unpackSpots(spots).flatMap(({ code }) =>
    Array.from(
      { length: spotBands },
      (_, band) => (first.spots + band) * room + bitsFrom(code, band * spotBandBits, spotBandBits),
    ),
  );
}

function bitsFrom(code: Uint32Array, from: number, count: number): number {
  let number = 0;
  for (let bit = from; bit < from + count; bit += 1) {
    number = number * 2 + (((code[bit >> 5] as number) >>> (bit & 31)) & 1);
  }
  return number;
}
