import { apiPaths, paths } from '../../paths';
import type { JsonSchema } from '../api/json-schema';
import type { ApiDescription, OperationDescription } from '../api/openapi';

/** A field of what is sent or answered. */
export interface FieldView {
  name: string;
  type: string;
  required: boolean;
  /** Where the type is one that is described further down; null elsewhere. */
  href: string | null;
}

/** View `developers/developers`: the description of the API for people. */
export interface DevelopersPage {
  heading: string;
  lead: string;
  about: string[];
  descriptionHref: string;
  tokensHref: string;
  tags: { name: string; title: string; operations: OperationView[] }[];
  webhook: { summary: string; about: string; heads: FieldView[]; body: { name: string; href: string } };
  schemas: { name: string; anchor: string; fields: FieldView[] }[];
}

export interface OperationView {
  id: string;
  method: string;
  path: string;
  summary: string;
  who: string;
  scope: string;
  parameters: FieldView[];
  fields: FieldView[];
  withPhotos: boolean;
  answer: { name: string; href: string } | null;
}

export function developersPage(api: ApiDescription, heading: string): DevelopersPage {
  const all = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const [lead = '', ...about] = api.info.description.split('\n\n');
  return {
    heading,
    lead,
    about,
    descriptionHref: apiPaths.description,
    tokensHref: paths.apiTokens,
    tags: api.tags.map(({ name, description }) => ({
      name,
      title: description,
      operations: all.filter(({ operation }) => operation.tags.includes(name)).map(operationView),
    })),
    webhook: webhookView(api),
    schemas: Object.entries(api.components.schemas).map(([name, schema]) => ({
      name,
      anchor: anchorOf(name),
      fields: fieldsOf(schema),
    })),
  };
}

function webhookView({ webhooks }: ApiDescription): DevelopersPage['webhook'] {
  const [webhook] = Object.values(webhooks);
  if (!webhook) throw new Error('the description has no webhook');
  const { summary, description: about, parameters, requestBody } = webhook.post;
  const body = refName(requestBody.content['application/json']?.schema) ?? '';
  return {
    summary,
    about,
    heads: parameters.map(({ name, description = '' }) => ({ name, type: description, required: false, href: null })),
    body: { name: body, href: `#${anchorOf(body)}` },
  };
}

interface Described {
  path: string;
  method: string;
  operation: OperationDescription;
}

function operationView({ path, method, operation }: Described): OperationView {
  const { content = {} } = operation.requestBody ?? {};
  const answer = answerOf(operation);
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    who: operation.description,
    scope: operation.security.flatMap(({ token }) => token).join(' '),
    parameters: operation.parameters
      .filter((parameter) => parameter.in !== 'path')
      .map(({ name, schema, required }) => fieldView(name, schema, required)),
    fields: fieldsOf(content['application/json']?.schema ?? {}),
    withPhotos: 'multipart/form-data' in content,
    answer: answer ? { name: answer, href: `#${anchorOf(answer)}` } : null,
  };
}

function answerOf({ responses }: OperationDescription): string | undefined {
  const success = (responses['200'] ?? responses['201']) as { content?: Record<string, { schema?: JsonSchema }> };
  return refName(success?.content?.['application/json']?.schema);
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema): FieldView[] {
  return Object.entries(properties).map(([name, schema]) => fieldView(name, schema, required.includes(name)));
}

function fieldView(name: string, schema: JsonSchema, required: boolean): FieldView {
  const target = refName(schema) ?? refName(schema.items) ?? schema.anyOf?.map(refName).find((one) => one);
  return { name, type: typeText(schema), required, href: target ? `#${anchorOf(target)}` : null };
}

/** As short as somebody would write it down. */
function typeText(schema: JsonSchema): string {
  const { type, items, anyOf, format, properties } = schema;
  const name = refName(schema);
  if (name) return name;
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (anyOf) return anyOf.map(typeText).join(' | ');
  if (items) return `${typeText(items)}[]`;
  if (properties) return `{ ${Object.keys(properties).join(', ')} }`;
  return [format ?? String(type ?? 'any'), limitsOf(schema)].filter((part) => part !== '').join(' ');
}

function limitsOf({ minimum, maximum, maxLength }: JsonSchema): string {
  if (maxLength !== undefined) return `≤ ${maxLength}`;
  const isNarrow = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  return isNarrow ? `${minimum ?? ''}–${maximum}` : '';
}

function refName(schema: JsonSchema | undefined): string | undefined {
  return schema?.$ref?.split('/').at(-1);
}

function anchorOf(name: string): string {
  return `schema-${name}`;
}
