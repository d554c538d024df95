import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { platformProblem } from '../errors/problem.js';
import type { FieldError } from '../errors/problem.js';

/** Every body and query is whitelisted: an unknown field is refused, not dropped (promise 17). */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => platformProblem('request.invalid', { errors: errors.flatMap((error) => fieldErrors(error, '')) }),
  });
}

function fieldErrors(error: ValidationError, path: string): FieldError[] {
  const pointer = `${path}/${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({ pointer, code: kebab(code), detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}

function kebab(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}
