import { apiDocument } from '@choxa/app-api';
import { AccessGuard, policyRoles, type Role } from '@choxa/platform';
import type { World } from '@choxa/testing';

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  example?: unknown;
  minimum?: number;
  minLength?: number;
  minItems?: number;
}

/** A route of the running application: what it asks of the caller, and what it takes. */
export interface Route {
  /** `Desk_edit`. */
  name: string;
  method: string;
  /** Below `/api/v1`, with `{params}`. */
  path: string;
  params: string[];
  access: 'public' | 'optional' | 'required';
  /** Who may pass the guard; empty unless `required`. */
  roles: readonly Role[];
  /** Of the JSON body, resolved; null where there is none. */
  body: Schema | null;
  /** Query parameters that must be there, with a value that passes. */
  query: Record<string, string>;
}

type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Every route that runs, from the two places that know: the guard and the document. Throws where they disagree. */
export async function routesOf(world: World): Promise<Route[]> {
  const document = (await apiDocument()) as Document;
  const policies = new Map(
    world
      .get(AccessGuard)
      .routes()
      .map(({ name, policy }) => [name.replace('Controller.', '_'), policy]),
  );
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Route => {
      const policy = policies.get(operation.operationId);
      if (!policy) throw new Error(`${operation.operationId} is documented and does not run`);
      const json = operation.requestBody?.content['application/json']?.schema;
      const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query' && parameter.required);
      return {
        name: operation.operationId,
        method: method.toUpperCase(),
        path: path.replace('/api/v1', ''),
        params: [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!),
        access: policy.access,
        roles: policy.access === 'required' ? (policyRoles(policy.name) ?? []) : [],
        body: json ? resolved(json, document) : null,
        query: Object.fromEntries(query.map(({ name, schema }) => [name, String(validValue(name, resolved(schema, document)))])),
      };
    }),
  );
}

/** The schema with its references followed; the API's bodies are trees. */
function resolved(schema: Schema, document: Document): Schema {
  if (schema.$ref) return resolved(document.components.schemas[schema.$ref.split('/').at(-1)!]!, document);
  if (schema.allOf) return resolved(Object.assign({}, ...schema.allOf.map((part) => resolved(part, document))), document);
  return {
    ...schema,
    ...(schema.items ? { items: resolved(schema.items, document) } : {}),
    ...(schema.properties
      ? { properties: Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, resolved(one, document)])) }
      : {}),
  };
}

const UUID = '00000000-0000-4000-8000-000000000000';
/** Values that the usual patterns accept. */
const TEXTS = ['24778', '24', '68', '13', 'Hộ thử', 'abcdef', '123456', '970436', '0123456789', '2026-11-16', 'ABCD1234', 'a', '1'];
const BY_NAME: Record<string, unknown> = {
  phone: '0500000777',
  recipientPhone: '0500000777',
  setCode: '13',
  netContentUnit: 'g',
  communeCode: '24778',
};

/** Something the field accepts, as far as its schema tells. */
export function validValue(name: string, schema: Schema): unknown {
  if (schema.enum) return schema.enum[0];
  if (name in BY_NAME) return BY_NAME[name];
  if (schema.type === 'object') return validBody(schema);
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 1 }, () => validValue(name, schema.items ?? {}));
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (schema.format === 'uuid') return UUID;
  if (schema.format === 'date') return '2026-11-15';
  if (schema.format === 'date-time') return '2026-11-15T08:00:00+07:00';
  const pattern = schema.pattern ? new RegExp(schema.pattern, 'u') : null;
  const fits = (text: string): boolean => text.length >= (schema.minLength ?? 0) && (!pattern || pattern.test(text));
  return TEXTS.find(fits) ?? 'x'.repeat(schema.minLength ?? 1);
}

/** A body with all its required fields. */
export function validBody(schema: Schema): Record<string, unknown> {
  const required = new Set(schema.required ?? []);
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([name]) => required.has(name))
      .map(([name, one]) => [name, validValue(name, one)]),
  );
}
