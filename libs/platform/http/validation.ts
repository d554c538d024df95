import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { platformProblem } from '../errors/problem.js';
import type { FieldError } from '../errors/problem.js';

/** Every body and query is whitelisted: an unknown field is refused, not dropped (promise 17). */
export function validationPipe(): ValidationPipe {
  return new RememberingPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => platformProblem('request.invalid', { errors: errors.flatMap((error) => fieldErrors(error, '')) }),
  });
}

const rules = getMetadataStorage();
type RulesOf = typeof rules.getTargetValidationMetadatas;
type GroupRules = typeof rules.groupByPropertyName;
type Rules = ReturnType<RulesOf>;
const findRules: RulesOf = rules.getTargetValidationMetadatas.bind(rules);
const groupRules: GroupRules = rules.groupByPropertyName.bind(rules);
/** By class, and by the name of the class it lies in, if any. */
const knownRules = new Map<unknown, Map<string, Rules>>();
const knownGroups = new WeakMap<Rules, ReturnType<GroupRules>>();

/**
 * For every object it checks, class-validator looks through the rules of all classes there are and sorts those it finds by property; ours never
 * change, so here it does both once a class.
 */
rules.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
  if (always || strictGroups || groups?.length) return findRules(target, schema, always, strictGroups, groups);
  const ofClass = knownRules.get(target) ?? new Map<string, Rules>();
  const within = schema ?? '';
  const known = ofClass.get(within) ?? findRules(target, schema, always, strictGroups, groups);
  knownRules.set(target, ofClass.set(within, known));
  return known;
};

rules.groupByPropertyName = (metadata) => {
  const known = knownGroups.get(metadata) ?? groupRules(metadata);
  knownGroups.set(metadata, known);
  return known;
};

const MOST_REMEMBERED = 5000;
const LONGEST_REMEMBERED = 300;

/**
 * Remembers the queries it has let pass: the same few are asked over and over, and checking one costs a tenth of answering it.
 * Bodies and refusals are never remembered.
 */
class RememberingPipe extends ValidationPipe {
  private readonly passed = new Map<unknown, Map<string, object>>();

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype, data } = metadata;
    if (type !== 'query' || data !== undefined || !metatype) return super.transform(value, metadata);
    const key = String(JSON.stringify(value));
    const known = this.passed.get(metatype)?.get(key);
    if (known) return copyOf(known);
    const checked: unknown = await super.transform(value, metadata);
    if (key.length <= LONGEST_REMEMBERED && isFlat(checked)) this.remember(metatype, key, copyOf(checked));
    return checked;
  }

  private remember(metatype: unknown, key: string, checked: object): void {
    const kept = this.passed.get(metatype) ?? new Map<string, object>();
    if (kept.size >= MOST_REMEMBERED) kept.delete(kept.keys().next().value!);
    this.passed.set(metatype, kept.set(key, checked));
  }
}

/** An object of plain values only, so that a copy of it shares nothing. */
function isFlat(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.values(value).every((field) => typeof field !== 'object' || field === null);
}

function copyOf(value: object): object {
  return Object.assign(Object.create(Object.getPrototypeOf(value) as object) as object, value);
}

function fieldErrors(error: ValidationError, path: string): FieldError[] {
  const pointer = `${path}/${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({ pointer, code: kebab(code), detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}

function kebab(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}
