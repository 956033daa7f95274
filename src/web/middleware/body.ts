import express, { type RequestHandler } from 'express';
import { BadRequest } from '../../errors';

/** Reads a form of text. */
export const readText = express.urlencoded({ extended: false, limit: '256kb', parameterLimit: 200 });

/** Forms of text. Files come as multipart, which the upload of their own route reads. */
export const body: RequestHandler[] = [formsOnly, readText];

/** JSON or plain text is not what a form sends, but what other sites can send without asking. */
function formsOnly(...[request, _response, next]: Parameters<RequestHandler>): void {
  const type = request.get('Content-Type');
  if (type !== undefined && request.is(['urlencoded', 'multipart']) === false) throw new BadRequest('error.badRequest');
  next();
}
