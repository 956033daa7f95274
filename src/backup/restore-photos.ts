import { derivedFileNames, type PhotoFile, photoFileNames } from '../photos/photo-files';
import type { PhotoStore } from '../photos/photo-store';
import { ArchiveError } from './archive-format';
import { type ArchiveFile, wholeOf } from './archive-reader';

const derived: readonly string[] = derivedFileNames;

/** Puts the files of a photo, which follow each other in the archive, back together. */
export class PhotoRestorer {
  private id = '';
  private files: PhotoFile[] = [];

  constructor(private readonly store: PhotoStore) {}

  async add({ id, name }: { id: string; name: string }, file: ArchiveFile): Promise<void> {
    if (id !== this.id) await this.finish();
    this.id = id;
    const bytes = await wholeOf(file);
    // Archives of older versions hold files that are derived by now.
    if (derived.includes(name)) return;
    this.files.push({ name: knownName(name), bytes });
  }

  /** Stores the last one too. */
  async finish(): Promise<void> {
    if (this.files.length > 0) await this.store.save({ id: this.id, files: this.files });
    this.files = [];
  }
}

function knownName(name: string): PhotoFile['name'] {
  const known = photoFileNames.find((candidate) => candidate === name);
  if (!known) throw new ArchiveError(`The archive holds a photo's file ${name}, which this version does not know.`);
  return known;
}
