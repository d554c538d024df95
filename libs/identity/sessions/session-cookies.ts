import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actors, Config, Database, DEVICE_COOKIE, platformProblem, readCookie, SESSION_COOKIE, setCookie } from '@choxa/platform';
import { toMeDto, type MeDto } from '../accounts/me.dto.js';
import { readMe } from '../accounts/me.query.js';
import type { Device } from './open-session.js';
import { newToken, SESSION_LIFE_SECONDS, type Assurance } from './session.rules.js';

/** As long as browsers keep a cookie; each sign-in begins it anew. */
const DEVICE_LIFE_SECONDS = 400 * 86_400;

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
      id: readCookie(request, this.config.publicUrl, DEVICE_COOKIE) || newToken(),
      userAgent: request.headers['user-agent'] ?? '',
      formerToken: readCookie(request, this.config.publicUrl, SESSION_COOKIE),
    };
  }

  /** Sets the cookies of a session just opened and of its device, and says who is signed in with it. */
  async hand(reply: FastifyReply, token: string, assurance: Assurance, device: Device): Promise<MeDto> {
    const actor = await this.actors.ofCookie(token);
    const me = actor && (await readMe(this.db.read, actor.accountId));
    if (!me) throw platformProblem('auth.required');
    setCookie(reply, this.config.publicUrl, SESSION_COOKIE, token, SESSION_LIFE_SECONDS[assurance]);
    setCookie(reply, this.config.publicUrl, DEVICE_COOKIE, device.id, DEVICE_LIFE_SECONDS);
    return toMeDto(me, actor);
  }
}
