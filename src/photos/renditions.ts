import { access, readFile } from 'node:fs/promises';
import { derivedOf } from './derived';
import { type DerivedFileName, type DerivedFormat, derivedFileNames, type PhotoSize, photoSizes } from './photo-files';
import type { PhotoStore } from './photo-store';
import { turnstile } from './turnstile';

/** Which file answers a request. */
export interface Rendition {
  /** Absolute path. */
  file: string;
  /** Whether it is what was asked for, and not what stands in for it until that is made. */
  isFinal: boolean;
}

export interface Renditions {
  /**
   * Never waits for a picture to be made: until the AVIF or WebP is there, the JPEG stands in for it.
   * @throws NotFound unless id and name are of the form we write
   */
  fileFor(id: string, name: string): Promise<Rendition>;
  /** Makes no more, and waits for the one being made. */
  stop(): Promise<void>;
}

/** Whoever is turned away asks again with the next page. */
const mostWaiting = 200;

/**
 * Gives the files of photos, and makes in the background those that are made only when somebody asks: one at a time,
 * as an AVIF takes a core for seconds.
 * @param onError told when one cannot be made
 */
export function createRenditions(photoStore: PhotoStore, onError: (error: unknown) => void): Renditions {
  const underWay = new Map<string, Promise<void>>();
  const inTurn = turnstile(1);
  let stopped = false;

  async function fileFor(id: string, name: string): Promise<Rendition> {
    const file = photoStore.fileOf(id, name);
    if (!isDerived(name) || (await isThere(file))) return { file, isFinal: true };
    begin(file, id, name);
    return { file: photoStore.fileOf(id, standInFor(name)), isFinal: false };
  }

  function begin(file: string, id: string, name: DerivedFileName): void {
    if (underWay.has(file) || underWay.size >= mostWaiting) return;
    const making = inTurn(async () => {
      if (!stopped) await derive(photoStore, id, name);
    })
      .catch(onError)
      .finally(() => underWay.delete(file));
    underWay.set(file, making);
  }

  return {
    fileFor,
    stop: async () => {
      stopped = true;
      await Promise.all(underWay.values());
    },
  };
}

async function derive(photoStore: PhotoStore, id: string, name: DerivedFileName): Promise<void> {
  const [size, format] = name.split('.') as [PhotoSize, DerivedFormat];
  await photoStore.derive(id, name, async () =>
    derivedOf(await readFile(photoStore.fileOf(id, 'large.jpg')), photoSizes[size], format),
  );
}

function isDerived(name: string): name is DerivedFileName {
  return derivedFileNames.some((candidate) => candidate === name);
}

function standInFor(name: DerivedFileName): string {
  return name.replace(/\.\w+$/, '.jpg');
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
