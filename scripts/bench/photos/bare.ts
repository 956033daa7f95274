import sharp from 'sharp';
import { photoSizes } from '../../../src/photos/photo-files';

/** Resizes a photo as a program would that has nothing but Sharp: all sizes at once, with all the threads Sharp takes. */
export async function bareResizes(bytes: Buffer): Promise<void> {
  const photo = sharp(bytes).autoOrient();
  await Promise.all(
    Object.values(photoSizes).map((edge) =>
      photo
        .clone()
        .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality: 82, progressive: true })
        .toBuffer(),
    ),
  );
}
