import sharp from 'sharp';

/**
 * Encodes a photo of ours once more. With this little effort an AVIF is a quarter smaller than the WebP; the rest of
 * what there is to gain takes five times as long.
 * @param bytes its large size
 * @param longEdge pixels it measures at most
 */
export function avifOf(bytes: Buffer, longEdge: number): Promise<Buffer> {
  return sharp(bytes)
    .resize(longEdge, longEdge, { fit: 'inside', withoutEnlargement: true })
    .avif({ quality: 50, effort: 2, chromaSubsampling: '4:2:0' })
    .toBuffer();
}
