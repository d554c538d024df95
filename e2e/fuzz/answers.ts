import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { HttpAnswer } from '@choxa/testing';
import type { ApiDocument, Operation, Schema } from './operations.js';

/** Holds answers against what the document says of them. */
export class Answers {
  private readonly ajv = new Ajv2020({ strict: false });
  private readonly known = new Map<Schema, ValidateFunction>();

  constructor(document: ApiDocument) {
    formats.default(this.ajv);
    this.ajv.addSchema({ $id: 'api', components: { schemas: Object.fromEntries(Object.entries(document.components.schemas).map(exact)) } });
  }

  /** What is wrong with an answer, in words; null when nothing is. */
  fault(operation: Operation, answer: HttpAnswer): string | null {
    if (answer.status >= 500) return `${answer.status} ${answer.text.slice(0, 300)}`;
    if (answer.status >= 400) return faultOfRefusal(answer);
    if (!operation.answers.has(answer.status)) return `${answer.status} is not documented`;
    const schema = operation.answers.get(answer.status);
    if (!schema || answer.status === 204) return null;
    if (!String(answer.headers['content-type']).includes('json')) return `${answer.status} is ${answer.headers['content-type']}`;
    const validate = this.validatorOf(schema);
    return validate(answer.body) ? null : `does not match: ${this.ajv.errorsText(validate.errors)}`;
  }

  private validatorOf(schema: Schema): ValidateFunction {
    const known = this.known.get(schema) ?? this.ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as Schema);
    this.known.set(schema, known);
    return known;
  }
}

/** An answer has the fields its document names and no others. */
function exact([name, schema]: [string, Schema]): [string, Schema] {
  return [name, schema.properties && schema.additionalProperties === undefined ? { ...schema, unevaluatedProperties: false } : schema];
}

/** RFC 9457, as interfaces.md has it. */
function faultOfRefusal({ status, headers, body, text }: HttpAnswer): string | null {
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return `${status} as ${headers['content-type']}: ${text.slice(0, 200)}`;
  const right =
    body.status === status &&
    ['type', 'title', 'code', 'requestId'].every((name) => typeof body[name] === 'string' && body[name]) &&
    Array.isArray(body.errors ?? []);
  return right ? null : `${status} is no whole problem: ${text.slice(0, 300)}`;
}
