import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actors, Config, Database, platformProblem, readCookie, SESSION_COOKIE, setCookie } from '@choxa/platform';
import { toMeDto, type MeDto } from '../accounts/me.dto.js';
import { readMe } from '../accounts/me.query.js';
import type { Device } from './open-session.js';
import { SESSION_LIFE_SECONDS, type Assurance } from './session.rules.js';

/** How a session reaches the device it was opened on. */
@Injectable()
export class SessionCookies {
  constructor(
    private readonly config: Config,
    private readonly db: Database,
    private readonly actors: Actors,
  ) {}

  deviceOf(request: FastifyRequest): Device {
    return {
      userAgent: request.headers['user-agent'] ?? '',
      formerToken: readCookie(request, this.config.publicUrl, SESSION_COOKIE),
    };
  }

  /** Sets the cookie of a session just opened and says who is signed in with it. */
  async hand(reply: FastifyReply, token: string, assurance: Assurance): Promise<MeDto> {
    const actor = await this.actors.ofCookie(token);
    const me = actor && (await readMe(this.db.read, actor.accountId));
    if (!me) throw platformProblem('auth.required');
    setCookie(reply, this.config.publicUrl, SESSION_COOKIE, token, SESSION_LIFE_SECONDS[assurance]);
    return toMeDto(me, actor);
  }
}
