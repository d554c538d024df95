import * as fc from 'fast-check';
import type { ApiDocument, Schema } from './operations.js';

/** Texts that have broken programs before: what Postgres cannot store, what looks like a number or like SQL, marks that turn the writing. */
export const NASTY = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  "'; select 1 --",
  '%',
  '\\',
  'NaN',
  '1e400',
  '-0',
  '0x10',
  '\u202eabc',
  'ﷺ',
  '𠜎',
  '٣',
  ' ',
];

/** Values that mean something here, by the name of their field: without them hardly a request would get past its first check. */
const KNOWN: Record<string, fc.Arbitrary<unknown>> = {
  communeCode: fc.constantFrom('24778', '31135', '26740'),
  provinceCode: fc.constantFrom('68', '92', '79'),
  setCode: fc.constantFrom('11', '13', '26'),
  netContentUnit: fc.constantFrom('g', 'kg', 'ml'),
  quantity: fc.integer({ min: 1, max: 3 }),
  // Ten thousand labels are a right wish, and seconds of drawing.
  copies: fc.integer({ min: 1, max: 30 }),
};
const PHONE = fc.constantFrom('0500000777', '0500000778', '+84500000779');

/** A value of which the schema says that it is right. */
export function valueOf(name: string, given: Schema, document: ApiDocument): fc.Arbitrary<unknown> {
  const schema = resolved(given, document);
  const known = /phone$/i.test(name) ? PHONE : KNOWN[name];
  const plain = plainValueOf(name, schema, document);
  return known ? fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: plain }) : plain;
}

function plainValueOf(name: string, schema: Schema, document: ApiDocument): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valueOf(name, one, document)));
  const types = [schema.type ?? 'any'].flat();
  return fc.oneof(...types.map((type) => valueOfType(type, name, schema, document)));
}

function valueOfType(type: string, name: string, schema: Schema, document: ApiDocument): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? Number.MIN_SAFE_INTEGER, max: schema.maximum ?? Number.MAX_SAFE_INTEGER });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e300, max: schema.maximum ?? 1e300, noNaN: true });
    case 'array':
      return fc.array(valueOf(name, schema.items ?? {}, document), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
      });
    case 'string':
      return textOf(schema);
    case 'object':
      return objectOf(schema, document);
    default:
      return fc.jsonValue();
  }
}

function textOf({ format, pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') return moments().map((moment) => moment.toISOString().slice(0, 10));
  if (format === 'date-time') return moments().map((moment) => moment.toISOString());
  if (pattern) return fc.stringMatching(new RegExp(pattern, 'u')).filter((text) => text.length >= minLength && text.length <= maxLength);
  const fits = (text: string): boolean => text.length >= minLength && text.length <= maxLength;
  const most = Math.max(minLength, Math.min(maxLength, 60));
  const any = fc.string({ unit: 'grapheme', minLength, maxLength: most }).filter(fits);
  const nasty = NASTY.filter(fits);
  return nasty.length ? fc.oneof({ weight: 4, arbitrary: any }, { weight: 1, arbitrary: fc.constantFrom(...nasty) }) : any;
}

/** Mostly near the day of the test; the ends of the calendar too. */
function moments(): fc.Arbitrary<Date> {
  const between = (from: string, to: string) => fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true });
  return fc.oneof(
    { weight: 4, arbitrary: between('2026-10-01', '2027-03-01') },
    { weight: 1, arbitrary: between('0001-01-01', '9999-12-31') },
  );
}

function objectOf({ properties = {}, required = [] }: Schema, document: ApiDocument): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valueOf(name, one, document)]));
  return fc.record(fields, { requiredKeys: required });
}

/** The schema itself, with its reference followed and its parts put together. */
export function resolved(schema: Schema, document: ApiDocument): Schema {
  if (schema.$ref) return resolved(document.components.schemas[schema.$ref.split('/').at(-1)!]!, document);
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map((part) => resolved(part, document));
  return {
    ...schema,
    ...Object.assign({}, ...parts),
    properties: Object.assign({}, ...parts.map((part) => part.properties)),
    required: parts.flatMap((part) => part.required ?? []),
    allOf: undefined,
  };
}
