import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { normalizeLines, normalizeText } from '@choxa/standards';

// Swagger takes a function for a deferred class only when its name is `type`: hence `{ type: () => type() }` below.

// One decorator per field says its type, its limits and its place in the OpenAPI document, for requests and responses alike.

interface Common {
  /** May be absent (and null) in a request; nullable in a response. */
  optional?: boolean;
  description?: string;
  example?: unknown;
}

function field({ optional, description, example }: Common, schema: ApiPropertyOptions, ...checks: PropertyDecorator[]): PropertyDecorator {
  const api = { ...schema, ...(description ? { description } : {}), ...(example === undefined ? {} : { example }) } as ApiPropertyOptions;
  return applyDecorators(
    ApiProperty({ ...api, required: !optional, ...(optional ? { nullable: true } : {}) } as ApiPropertyOptions),
    ...(optional ? [IsOptional()] : []),
    ...checks,
  );
}

/** NFC text, trimmed, inner spaces folded (`lines` keeps line breaks); `min`/`max` in characters. */
export function Text({
  min = 0,
  max = 200,
  pattern,
  lines,
  ...rest
}: Common & { min?: number; max?: number; pattern?: RegExp; lines?: boolean } = {}) {
  const normalize = lines ? normalizeLines : normalizeText;
  return field(
    rest,
    { type: String, maxLength: max, ...(min ? { minLength: min } : {}), ...(pattern ? { pattern: pattern.source } : {}) },
    Transform(({ value }) => (typeof value === 'string' ? normalize(value) : value)),
    IsString(),
    MinLength(min),
    MaxLength(max),
    ...(pattern ? [Matches(pattern)] : []),
  );
}

/** Whole number; from a query string it arrives as text and is converted. */
export function Int({ min = 0, max = Number.MAX_SAFE_INTEGER, ...rest }: Common & { min?: number; max?: number } = {}) {
  return field(rest, { type: 'integer', minimum: min, maximum: max }, Transform(toNumber), IsInt(), Min(min), Max(max));
}

/** A number with decimals (never money). */
export function Decimal({ min, max, ...rest }: Common & { min: number; max: number }) {
  return field(rest, { type: 'number', minimum: min, maximum: max }, Transform(toNumber), IsNumber(), Min(min), Max(max));
}

/** Money: whole đồng. The usual limit is for sums; what somebody may ask for one thing is less, and said where it is asked. */
export function Vnd({ min = 0, max = 1_000_000_000_000_000, ...rest }: Common & { min?: number; max?: number } = {}) {
  return Int({ min, max, ...rest, description: rest.description ?? 'Whole đồng' });
}

export function Flag(options: Common = {}) {
  return field(
    options,
    { type: Boolean },
    Transform(({ value }) => (value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value)),
    IsBoolean(),
  );
}

export function Uuid(options: Common = {}) {
  return field(options, { type: String, format: 'uuid' }, IsUUID());
}

/** RFC 3339 instant with offset. */
export function Instant(options: Common = {}) {
  return field(options, { type: String, format: 'date-time' }, IsISO8601({ strict: true }), Matches(/T.*(Z|[+-]\d\d:\d\d)$/));
}

/** Calendar day `YYYY-MM-DD` in Asia/Ho_Chi_Minh. */
export function Day(options: Common = {}) {
  return field(options, { type: String, format: 'date' }, Matches(/^\d{4}-\d{2}-\d{2}$/), IsISO8601({ strict: true }));
}

export function OneOf<T extends string | number>(values: readonly T[], options: Common = {}) {
  const number = typeof values[0] === 'number';
  return field(
    options,
    { type: number ? Number : String, enum: [...values] } as ApiPropertyOptions,
    ...(number ? [Transform(toNumber)] : []),
    IsIn([...values]),
  );
}

/** An array of at least `min` of `values`, each at most once. */
export function SomeOf(values: readonly string[], { min = 0, ...options }: Common & { min?: number } = {}) {
  return field(
    options,
    { type: String, enum: [...values], isArray: true } as ApiPropertyOptions,
    IsArray(),
    ArrayMinSize(min),
    ArrayUnique(),
    IsIn([...values], { each: true }),
  );
}

/** A nested object of class `type()`. */
export function Nested(type: () => new () => object, options: Common = {}) {
  // ValidateNested alone lets an absent one pass.
  return field(options, { type: () => type() } as ApiPropertyOptions, Type(type), IsObject(), ValidateNested());
}

/** An array of objects of class `type()`. */
export function ListOf(type: () => new () => object, { min = 0, max = 1000, ...rest }: Common & { min?: number; max?: number } = {}) {
  return field(
    rest,
    { type: () => type(), isArray: true } as ApiPropertyOptions,
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    Type(type),
    ValidateNested({ each: true }),
  );
}

/** An array of short texts. */
export function Texts({ max = 100, maxLength = 200, ...rest }: Common & { max?: number; maxLength?: number } = {}) {
  return field(
    rest,
    { type: String, isArray: true } as ApiPropertyOptions,
    IsArray(),
    ArrayMaxSize(max),
    IsString({ each: true }),
    MaxLength(maxLength, { each: true }),
  );
}

/** An array of whole numbers from 0 on. */
export function Ints({ max = 100, ...rest }: Common & { max?: number } = {}) {
  return field(
    rest,
    { type: 'integer', minimum: 0, isArray: true } as ApiPropertyOptions,
    IsArray(),
    ArrayMaxSize(max),
    IsInt({ each: true }),
    Min(0, { each: true }),
  );
}

function toNumber({ value }: { value: unknown }): unknown {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}
