import { Injectable, type CanActivate, type ExecutionContext, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModuleRef, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { platformProblem } from '../errors/problem.js';
import { Actors, type Actor } from './actor.js';
import { isSameSite } from './cross-site.js';
import { POLICY, policyRoles, type Policy } from './policies.js';
import { bearerToken } from '../http/bearer-token.js';
import { readCookie, SESSION_COOKIE } from '../http/cookies.js';

/**
 * The one global guard: denies by default. A route without `@Can` or `@Public` stops the boot; unsafe methods from another site are refused;
 * the caller's roles are read from the database on every request. A request with an API key is judged by the key alone: its cookies count
 * for nothing, and no other site can make a browser send one, so the cross-site rule does not concern it.
 */
@Injectable()
export class AccessGuard implements CanActivate, OnModuleInit {
  private actors: Actors | undefined;

  constructor(
    private readonly reflector: Reflector,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly modules: ModuleRef,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.actors = this.modules.get(Actors, { strict: false });
    const missing = this.routes().filter(({ policy }) => !policy || (policy.access === 'required' && !policyRoles(policy.name)));
    if (missing.length) throw new Error(`routes without a policy: ${missing.map((route) => route.name).join(', ')}`);
  }

  /** Every route handler of the running process with its policy; the role-matrix test generates itself from this. */
  routes(): { name: string; policy: Policy | undefined }[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.hasMetadata(PATH_METADATA, prototype[method]!))
        .map((method) => ({
          name: `${metatype.name}.${method}`,
          policy: this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [prototype[method] as never, metatype as never]),
        }));
    });
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor | null }>();
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [context.getHandler(), context.getClass()]);
    if (!policy) throw platformProblem('auth.forbidden');
    const key = bearerToken(request);
    if (key === undefined && !isSameSite(request, this.config.publicUrl)) throw platformProblem('auth.cross-site');
    if (policy.access === 'public') return true;
    request.actor = (await this.callerOf(request, key))?.under(policy.name) ?? null;
    // A key that is not known is a mistake to be told, never taken for no key.
    if (policy.access === 'optional' && (request.actor || key === undefined)) return true;
    if (!request.actor) throw platformProblem('auth.required');
    requirePass(request.actor, policy.name);
    return true;
  }

  private async callerOf(request: FastifyRequest, key: string | undefined): Promise<Actor | null> {
    if (key !== undefined) return this.actors!.ofApiKey(key);
    const token = readCookie(request, this.config.publicUrl, SESSION_COOKIE);
    return token ? this.actors!.ofCookie(token) : null;
  }
}

/**
 * Throws `auth.not-delegated` where the household one acts for could pass, `auth.second-factor` where one's own roles could had a second
 * factor been given, else `auth.forbidden`.
 */
function requirePass(actor: Actor, policy: string): void {
  const roles = policyRoles(policy) ?? [];
  if (actor.mayPass(policy, roles)) return;
  if (actor.acting && roles.includes('household')) throw platformProblem('auth.not-delegated');
  throw platformProblem(roles.some((role) => actor.limits.withheld?.includes(role)) ? 'auth.second-factor' : 'auth.forbidden');
}
