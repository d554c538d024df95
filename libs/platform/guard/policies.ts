import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { platformProblem } from '../errors/problem.js';
import type { Actor, Role } from './actor.js';

export const POLICY = 'choxa:policy';

/** What a route asks of the caller. `public` routes run without looking at who calls; `optional` ones look but do not insist. */
export interface Policy {
  name: string;
  access: 'public' | 'optional' | 'required';
  roles: readonly Role[];
}

const policies = new Map<string, readonly Role[]>();

/**
 * Registers a lib's policies: name → the roles that may pass. Over *what* they may pass is the query's scope (`actor.scope(…)`), not the guard's.
 * A name registered twice with other roles is a mistake and throws.
 */
export function definePolicies(entries: Record<string, readonly Role[]>): void {
  for (const [name, roles] of Object.entries(entries)) {
    const known = policies.get(name);
    if (known && known.join() !== roles.join()) throw new Error(`policy ${name} is defined twice`);
    policies.set(name, roles);
  }
}

export function policyRoles(name: string): readonly Role[] | undefined {
  return policies.get(name);
}

/** Names of the policies that one of `roles` passes, sorted. */
export function policiesOf(roles: readonly Role[]): string[] {
  return [...policies].flatMap(([name, open]) => (open.some((role) => roles.includes(role)) ? [name] : [])).sort();
}

/** The route needs a signed-in caller who passes the named policy. */
export function Can(name: string) {
  return applyDecorators(SetMetadata(POLICY, { name, access: 'required' }), ApiCookieAuth(), ApiBearerAuth());
}

/** The route is open to everybody. `{ who: true }` also looks up a signed-in caller for `@Who()`. */
export function Public({ who = false }: { who?: boolean } = {}) {
  return SetMetadata(POLICY, { name: 'public', access: who ? 'optional' : 'public' });
}

/** The caller: an `Actor`; on `@Public({ who: true })` routes possibly null. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => {
  return context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor | null }>().actor ?? null;
});

/** Narrows `@Who()` where a use case needs somebody signed in. Throws `auth.required`. */
export function signedIn(actor: Actor | null): Actor {
  if (!actor) throw platformProblem('auth.required');
  return actor;
}
