import type { Request, RequestHandler } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { mostPhotos, type Upload } from '../../appeals/with-photos';
import { BadRequest } from '../../errors';
import { maxMegabytes } from '../../photos/refusal';

/** One byte more than a photo may have is enough to know that it is too large. */
const mostBytes = maxMegabytes * 1024 * 1024 + 1;

const limits = { fields: 200, fieldSize: 64 * 1024, fieldNameSize: 100, files: 40, headerPairs: 50 };

/**
 * Reads a form with files, which come as `photos`; under any other name they are refused. A file that is too large, or
 * one too many, is read to its end but not kept: the request goes through with all the text in it, and the photo is
 * refused in a sentence where photos are accepted.
 */
export function upload(): RequestHandler {
  const read = multer({ storage: keepingLittle, limits }).array('photos');
  return (request, response, next) => read(request, response, (error: unknown) => next(error && asBadRequest(error)));
}

/** What is no limit of Multer's is the parser's complaint about a body that is no form. */
function asBadRequest(error: unknown): unknown {
  return error instanceof MulterError ? error : new BadRequest('error.badRequest');
}

/** @returns the files that came with the request, in their order */
export function uploadsOf(request: Request): Upload[] {
  return filesOf(request).map(({ originalname, buffer }) => ({
    // Multer reads the name's bytes as Latin-1; browsers send UTF-8.
    fileName: Buffer.from(originalname, 'latin1').toString('utf8'),
    bytes: buffer,
  }));
}

/** What Multer has of a request's files; while it still reads one, that one is there but has neither name nor bytes. */
function filesOf({ files }: Request): Express.Multer.File[] {
  return Array.isArray(files) ? files : [];
}

const keepingLittle: StorageEngine = {
  _handleFile(request, file, callback) {
    const kept: Buffer[] = [];
    let room = filesOf(request as Request).length > mostPhotos ? 0 : mostBytes;
    file.stream.on('data', (chunk: Buffer) => {
      const part = chunk.subarray(0, room);
      room -= part.length;
      if (part.length > 0) kept.push(part);
    });
    file.stream.on('error', (error: Error) => callback(error));
    file.stream.on('end', () => {
      const buffer = Buffer.concat(kept);
      callback(null, { buffer, size: buffer.length });
    });
  },
  _removeFile(_request, _file, callback) {
    callback(null);
  },
};
