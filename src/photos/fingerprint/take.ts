import { type Fingerprint, fingerprintVersion, turns } from '../../domain/fingerprint/fingerprint';
import { packSpots, type Spot } from '../../domain/fingerprint/spots';
import { codeOf, directionOf } from './descriptor';
import { trimmed } from './frame';
import { keypointsOf } from './keypoints';
import { type Lab, labOf } from './lab';
import { between, blurred, halved, type Plane, type View } from './plane';
import { coloursOf, type Portrait, portraitOf, squareOf } from './portrait';
import { edgesOf, hashOf, layoutOf } from './square';
import { subjectOf } from './subject';

/** Most spots kept of a photo. */
const mostSpots = 64;

/** Samples along each side of the square that hash, layout and edges are taken of. */
const squareSide = 32;

/**
 * Takes the fingerprint of a photo: what sets its subject apart, in colours, layout, edges and spots.
 * @param view the whole photo, at most 256 pixels along its long edge
 */
export function takeFingerprint(view: View): Fingerprint {
  const lab = labOf(trimmed(view));
  const miniature = { l: quartered(lab.l), a: quartered(lab.a), b: quartered(lab.b) } satisfies Lab;
  const portrait = portraitOf(miniature, subjectOf(miniature));
  const squares = turns.map((degrees) => squareOf(portrait, squareSide, degrees));
  const [upright] = squares as [(typeof squares)[number]];
  return {
    version: fingerprintVersion,
    hashes: squares.map(hashOf),
    colours: inBytes(coloursOf(portrait)),
    layout: layoutOf(upright, portrait.gain),
    edges: edgesOf(upright),
    spots: packSpots(spotsOf(lab.l, portrait)),
  };
}

/** A quarter as wide and high: for everything but spots, details are noise. */
function quartered(plane: Plane): Plane {
  return halved(blurred(halved(blurred(plane, 1)), 1));
}

/** Parts of a whole as bytes, finer for the smaller ones. */
function inBytes(parts: Float32Array): Uint8Array {
  return Uint8Array.from(parts, (part) => Math.round(Math.min(1, part) * 255));
}

/** The strongest spots, those of the subject first: large ones are seen in more photos than small ones. */
function spotsOf(lightness: Plane, { subject }: Portrait): Spot[] {
  const found = keypointsOf(lightness).map((keypoint) => {
    const [x, y, size] = [keypoint.x * keypoint.step, keypoint.y * keypoint.step, keypoint.size * keypoint.step];
    const rank = keypoint.strength * (0.25 + between(subject, x / 4, y / 4)) * Math.sqrt(size);
    return { keypoint, x, y, size, rank };
  });
  const strongest = found.sort((one, other) => other.rank - one.rank).slice(0, mostSpots);
  return strongest.map(({ keypoint, x, y, size }) => {
    const direction = directionOf(keypoint);
    return { x, y, size, direction, code: codeOf(keypoint, direction) };
  });
}
