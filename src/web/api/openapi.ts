import { apiScopes } from '../../domain/api-scopes';
import { eventBodySchema } from '../../event-hooks/event-body';
import type { Translate } from '../../i18n/translator';
import { problemSchema } from '../presenters/api/problem';
import type { FileRoute } from './api';
import { jsonPart } from './body';
import { answerSchemas, type JsonSchema, nameOf, refTo, sentSchema } from './json-schema';
import type { Command, Operation, Reading } from './operation';

/** What describes one operation. */
export interface OperationDescription {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: { token: string[] }[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, object>;
}

/** What stands in an address or a head. */
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

/** What is sent to those who listen. */
export interface WebhookDescription {
  operationId: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  requestBody: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, object>;
}

/** The description of the API, as OpenAPI 3.1 has it. */
export interface ApiDescription {
  openapi: '3.1.1';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  security: { token: string[] }[];
  paths: Record<string, Record<string, OperationDescription>>;
  webhooks: Record<string, { post: WebhookDescription }>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: object; responses: object };
}

/** Problems every operation may end with. */
const everywhere = [401, 403, 429, 500, 503];

/**
 * Describes the API in one language, from the very operations that serve it.
 * @param baseUrl where it is reached, without a slash at its end
 */
export function describeApi(
  operations: readonly Operation[],
  files: readonly FileRoute[],
  { t, baseUrl, brandName }: { t: Translate; baseUrl: string; brandName: string },
): ApiDescription {
  const paths: ApiDescription['paths'] = {};
  const add = (path: string, method: string, description: OperationDescription) => {
    const address = path.replace(/:(\w+)/g, '{$1}');
    paths[address] = { ...paths[address], [method]: description };
  };
  for (const operation of operations) add(operation.path, operation.method, describe(operation, t));
  for (const file of files) add(file.path, 'get', describeFile(file, t));
  return {
    openapi: '3.1.1',
    info: { title: `${brandName} API`, version: '1', description: t('api.description') },
    servers: [{ url: baseUrl }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name, description: t(`api.tag.${name}`) })),
    security: [{ token: [] }],
    paths,
    webhooks: { event: { post: describeWebhook(t) } },
    components: {
      schemas: answerSchemas(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: `${t('api.security')} ${apiScopes.join(', ')}` },
      },
      responses: { Problem: problemResponse(t) },
    },
  };
}

function describe(operation: Operation, t: Translate): OperationDescription {
  const isReading = operation.method === 'get';
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: t(`api.operation.${operation.id}`),
    description: t(`api.guard.${operation.guard}`),
    security: [{ token: [operation.scope] }],
    parameters: [
      ...inPath(operation.path, t),
      ...(isReading ? inQuery(operation) : []),
      ...(isReading ? [] : inHead(operation, t)),
    ],
    ...(!isReading && { requestBody: bodyOf(operation) }),
    responses: isReading ? readingResponses(operation, t) : commandResponses(operation, t),
  };
}

function describeFile({ path, scope }: FileRoute, t: Translate): OperationDescription {
  return {
    operationId: path.includes(':spareId') ? 'readSparePhoto' : 'readPhoto',
    tags: [path.includes(':spareId') ? 'spares' : 'appeals'],
    summary: t('api.operation.readPhoto'),
    description: t('api.guard.signedIn'),
    security: [{ token: [scope] }],
    parameters: inPath(path, t),
    responses: {
      200: { description: t('api.picture'), content: { 'image/jpeg': {}, 'image/webp': {}, 'image/avif': {} } },
      ...problemsOf([...everywhere, 404]),
    },
  };
}

function describeWebhook(t: Translate): WebhookDescription {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  return {
    operationId: 'event',
    summary: t('api.webhook.summary'),
    description: t('api.webhook.description'),
    parameters: names.map((name) => {
      return { name, in: 'header', required: true, description: t(`api.head.${name}`), schema: { type: 'string' } };
    }),
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { $ref: refTo(nameOf(eventBodySchema)) } } },
    },
    responses: { '2XX': { description: t('api.webhook.taken') } },
  };
}

function inPath(path: string, t: Translate): Parameter[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    ...(name === 'file' && { description: t('api.file') }),
    schema: { type: 'string' },
  }));
}

function inQuery({ query }: Reading): Parameter[] {
  const { properties = {} } = query ? sentSchema(query) : {};
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
}

function inHead({ needsVersion }: Command, t: Translate): Parameter[] {
  const head = (name: string, required: boolean): Parameter => {
    return { name, in: 'header', required, description: t(`api.head.${name}`), schema: { type: 'string' } };
  };
  return [head('If-Match', needsVersion), head('Idempotency-Key', false)];
}

function bodyOf({ body, mostPhotos }: Command): OperationDescription['requestBody'] {
  const schema = sentSchema(body);
  const photos = { type: 'array', maxItems: mostPhotos, items: { type: 'string', format: 'binary' } };
  const parts = { type: 'object', properties: { [jsonPart]: schema, photos }, required: [jsonPart] };
  return {
    required: (schema.required ?? []).length > 0,
    content: {
      'application/json': { schema },
      ...(mostPhotos > 0 && { 'multipart/form-data': { schema: parts } }),
    },
  };
}

function readingResponses({ answer }: Reading, t: Translate): Record<string, object> {
  return {
    200: answered(nameOf(answer), t('api.answer.200'), t),
    304: { description: t('api.answer.304') },
    ...problemsOf([...everywhere, 404, 422]),
  };
}

function commandResponses({ status, next, needsVersion }: Command, t: Translate): Record<string, object> {
  return {
    [status]: answered(nameOf(next.answer), t(`api.answer.${status}`), t),
    ...problemsOf([...everywhere, 400, 404, 409, 412, 413, 415, 422, ...(needsVersion ? [428] : [])]),
  };
}

function answered(name: string, description: string, t: Translate): object {
  return {
    description,
    headers: { ETag: { description: t('api.head.ETag'), schema: { type: 'string' } } },
    content: { 'application/json': { schema: { $ref: refTo(name) } } },
  };
}

function problemsOf(statuses: readonly number[]): Record<string, object> {
  return Object.fromEntries(statuses.map((status) => [status, { $ref: '#/components/responses/Problem' }]));
}

function problemResponse(t: Translate): object {
  const content = { 'application/problem+json': { schema: { $ref: refTo(nameOf(problemSchema)) } } };
  return { description: t('api.answer.problem'), content };
}
