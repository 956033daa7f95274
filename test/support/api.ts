import type { Express } from 'express';
import request from 'supertest';
import { apiOperations } from '../../src/routes/api';
import type { Services } from '../../src/services';
import { expectDescribed } from './described';

/** All that can be done by the API, for reading; it has nothing to work with. */
export const allOperations = apiOperations({} as Services);

/** A program that shows a token, or none; every answer is held against the description of the API. */
export interface ApiClient {
  get(address: string, head?: Record<string, string>): Promise<request.Response>;
  post(address: string, sent?: object, head?: Record<string, string>): Promise<request.Response>;
  /** With photos, as multipart. */
  upload(address: string, sent: object, photos: readonly Buffer[]): Promise<request.Response>;
}

export function apiClient(app: Express, token?: string): ApiClient {
  const usual = { 'Accept-Language': 'en', ...(token && { Authorization: `Bearer ${token}` }) };
  const checked = async (asked: request.Test) => {
    const response = await asked;
    expectDescribed(asked.method, new URL(asked.url).pathname, response);
    return response;
  };
  return {
    get: (address, head = {}) => checked(request(app).get(address).set(usual).set(head)),
    post: (address, sent = {}, head = {}) => checked(request(app).post(address).set(usual).set(head).send(sent)),
    upload: (address, sent, photos) => {
      const asked = request(app).post(address).set(usual).field('json', JSON.stringify(sent));
      for (const photo of photos) asked.attach('photos', photo, 'photo.png');
      return checked(asked);
    },
  };
}
