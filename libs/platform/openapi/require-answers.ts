import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * A field that may be empty is absent or null in a request, but always there (perhaps null) in an answer: our mappers name every field.
 * So every property of a schema that no request uses becomes required. Changes and returns `document`.
 */
export function requireAnswers(document: OpenAPIObject): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Record<string, { properties?: object; required?: string[] }>;
  const asked = new Set<string>();
  const visit = (node: unknown): void => {
    for (const name of referencesIn(node)) {
      if (asked.has(name)) continue;
      asked.add(name);
      visit(schemas[name]);
    }
  };
  for (const path of Object.values(document.paths))
    for (const operation of Object.values(path) as { requestBody?: unknown; parameters?: unknown }[])
      visit([operation.requestBody, operation.parameters]);
  for (const [name, schema] of Object.entries(schemas))
    if (!asked.has(name) && schema.properties) schema.required = Object.keys(schema.properties);
  return document;
}

function referencesIn(node: unknown): string[] {
  return [...JSON.stringify(node ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]!);
}
