import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type request from 'supertest';
import { translator } from '../../src/i18n/translator';
import { apiFiles, apiOperations } from '../../src/routes/api';
import type { Services } from '../../src/services';
import { describeApi, type OperationDescription } from '../../src/web/api/openapi';

const nothing = {} as Services;

/** The description of the API, as it is served in English. */
export const description = describeApi(apiOperations(nothing), apiFiles(nothing), {
  t: translator('en'),
  baseUrl: 'https://fundus.example',
  brandName: 'Fundus',
});

const ajv = addFormats(new Ajv({ strict: true, allowUnionTypes: true, keywords: ['components'] }));
ajv.addSchema({ $id: 'api', components: description.components });

/**
 * Holds an answer against the description: the status is one of those named for the operation, and the body is as its
 * schema says. What nobody has described must be a problem.
 */
export function expectDescribed(method: string, path: string, response: request.Response): void {
  const operation = operationAt(method, path);
  const answer = operation?.responses[response.status] ?? (operation ? undefined : { $ref: problemRef });
  if (!answer) throw new Error(`${method} ${path} answers ${response.status}, which is not described`);
  const [[type, schema] = []] = Object.entries(contentOf(answer));
  if (!type || !schema) return;
  expect(response.headers['content-type']).toContain(type);
  if (!type.includes('json')) return;
  const body: unknown = JSON.parse(response.text);
  const { $ref } = schema.schema;
  const validate = ajv.getSchema(`api${$ref}`);
  if (!validate) throw new Error(`no schema ${$ref}`);
  if (!validate(body)) throw new Error(`${method} ${path}: ${ajv.errorsText(validate.errors)}\n${response.text}`);
}

/** @returns what is wrong with something sent to those who listen, or null */
export function eventBodyFault(body: unknown): string | null {
  const validate = ajv.getSchema('api#/components/schemas/WebhookEvent');
  if (!validate) throw new Error('what is sent to those who listen is not described');
  return validate(body) ? null : ajv.errorsText(validate.errors);
}

const problemRef = '#/components/responses/Problem';

/** @returns what is described of a request; undefined where nothing is */
function operationAt(method: string, path: string): OperationDescription | undefined {
  const found = Object.entries(description.paths).find(([pattern]) =>
    new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return found?.[1][method.toLowerCase()];
}

type Content = Record<string, { schema: { $ref: string } }>;

function contentOf(answer: object): Content {
  const { $ref, content = {} } = answer as { $ref?: string; content?: Content };
  if ($ref !== problemRef) return content;
  const { Problem } = description.components.responses as { Problem: { content: Content } };
  return Problem.content;
}
