import { encode } from 'uqr';

/** A QR code as one path over a square of `size` units, the quiet zone included. */
export interface QrView {
  size: number;
  path: string;
}

/** @param url what a phone opens; level M outlives a crease or a stain */
export function qrView(url: string): QrView {
  const { data, size } = encode(url, { ecc: 'M', border: 4 });
  return {
    size,
    path: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join(''),
  };
}
