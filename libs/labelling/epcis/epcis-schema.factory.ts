import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

/** Whether GS1's own schema of EPCIS 2.0 accepts a document; the list of what it says against it, empty when it does. */
export function epcisSchema(): (document: unknown) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: false });
  formats.default(ajv);
  const schema: object = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/epcis-2.0.schema.json'), 'utf8'));
  const validate = ajv.compile(schema);
  return (document) => (validate(document) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`));
}
