import type { Request, Response } from 'express';
import { readText } from './body';
import { upload } from './upload';

/** Reads the words of a form that is refused before anybody has read it: they belong on the page that says so. */
export function readWords(request: Request, response: Response): Promise<void> {
  if (request.method !== 'POST' || request.body !== undefined) return Promise.resolve();
  const read = request.is('multipart') ? upload() : readText;
  // What cannot be read is not shown; the page is the same.
  return new Promise((resolve) => void read(request, response, () => resolve()));
}
