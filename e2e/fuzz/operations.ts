import { apiDocument } from '@choxa/app-api';
import type { World } from '@choxa/testing';
import { routesOf, type Route } from '../doors/routes.js';

/** JSON Schema as far as the API's document uses it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  allOf?: Schema[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
  unevaluatedProperties?: boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}
type Content = Record<string, { schema?: Schema }>;
interface Described {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}
export interface ApiDocument {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

/** What a route takes and gives, as its document says, beside who may use it. */
export interface Operation {
  route: Route;
  query: Parameter[];
  /** Of the JSON body; undefined where it takes none. */
  body: Schema | undefined;
  /** By status: the schema of a JSON answer, or undefined for one that is none. */
  answers: Map<number, Schema | undefined>;
}

/** Its answer has no end. */
const ENDLESS = ['Tracking_live'];

/** Every documented operation of the running application. */
export async function operationsOf(world: World): Promise<{ document: ApiDocument; operations: Operation[] }> {
  const document = (await apiDocument()) as ApiDocument;
  const routes = new Map((await routesOf(world)).map((route) => [route.name, route]));
  const described = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const operations = described
    .filter(({ operationId }) => !ENDLESS.includes(operationId))
    .map((operation): Operation => ({
      route: routes.get(operation.operationId)!,
      query: (operation.parameters ?? []).filter((parameter) => parameter.in === 'query'),
      body: operation.requestBody?.content['application/json']?.schema,
      answers: new Map(
        Object.entries(operation.responses).map(([status, { content }]) => [Number(status), content?.['application/json']?.schema]),
      ),
    }));
  return { document, operations };
}
