import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { pipeline } from 'node:stream/promises';
import type { AbstractCursor, Document, GridFSBucket } from 'mongodb';
import { options, type Run } from './arguments';

/** Files kept in pieces. */
export const bucketOperations: Readonly<Record<string, Run<GridFSBucket>>> = {
  delete: (bucket, a) => bucket.delete(a.id),
  download: (bucket, a) => buffer(bucket.openDownloadStream(a.id)),
  downloadByName: (bucket, a) => buffer(bucket.openDownloadStreamByName(a.filename, options(a, 'filename'))),
  rename: (bucket, a) => bucket.rename(a.id, a.newFilename),
  upload: async (bucket, a) => {
    const file = bucket.openUploadStream(a.filename, options(a, 'filename', 'source'));
    await pipeline(Readable.from([Buffer.from((a.source as Document).$$hexBytes, 'hex')]), file);
    return file.id;
  },
};

/** Results fetched as they are asked for. */
export const cursorOperations: Readonly<Record<string, Run<AbstractCursor>>> = {
  close: (cursor) => cursor.close(),
  iterateOnce: (cursor) => cursor.tryNext(),
  iterateUntilDocumentOrError: (cursor) => cursor.next(),
};
