import { z } from 'zod';

/** A schema as JSON Schema has it, as far as we look into it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  default?: unknown;
  format?: string;
  pattern?: string;
  const?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  additionalProperties?: boolean | JsonSchema;
}

/** @returns what may be sent for a form or asked for in an address */
export function sentSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return tidied(json as JsonSchema);
}

/** @returns what the API answers with, by name: all schemas that have one */
export function answerSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { io: 'output', uri: refTo });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, id: ___, ...json }]) => [name, json as JsonSchema]),
  );
}

/** @returns where a named schema stands in the description */
export function refTo(name: string): string {
  return `#/components/schemas/${name}`;
}

/** @returns the name under which a schema stands there */
export function nameOf(schema: z.ZodType): string {
  return String(schema.meta()?.id);
}

/**
 * The fields read text and give what it means; here stands what programs send. A field that may not be empty has to be
 * sent.
 */
function tidied(schema: JsonSchema): JsonSchema {
  const { pattern, const: constant, properties, items, anyOf, default: usual, ...rest } = schema;
  const isText = rest.type === 'string' || rest.type === undefined;
  return {
    ...rest,
    ...(isText && pattern !== undefined && { pattern }),
    ...(isText && constant !== undefined && { const: constant }),
    ...(usual !== undefined && !isNeeded(schema) && { default: usual }),
    // What is true or false here is ticked or not in a form.
    ...(rest.type === 'boolean' && { default: false }),
    ...(items && { items: tidied(items) }),
    ...(anyOf && { anyOf: anyOf.map(tidied) }),
    ...(properties && withProperties(properties, rest.required ?? [])),
  };
}

function withProperties(properties: Record<string, JsonSchema>, required: readonly string[]) {
  const needed = Object.entries(properties).flatMap(([name, one]) =>
    (required.includes(name) && one.default === undefined) || isNeeded(one) ? [name] : [],
  );
  return {
    properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, tidied(one)])),
    required: needed,
  };
}

function isNeeded({ minLength = 0 }: JsonSchema): boolean {
  return minLength > 0;
}
