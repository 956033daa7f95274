import type { RequestHandler } from 'express';
import { NotFound } from '../../errors';
import type { Services } from '../../services';

/** Figures for whoever watches over the process. */
export function metricsController(services: Pick<Services, 'metrics'>): RequestHandler {
  return async (_request, response) => {
    const { metrics } = services;
    if (!metrics) throw new NotFound();
    const { contentType, text } = await metrics.read();
    response.type(contentType).send(text);
  };
}
