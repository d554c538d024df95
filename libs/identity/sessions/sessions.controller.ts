import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actor, Can, CART_COOKIE, clearCookie, Clock, Config, Database, Public, SESSION_COOKIE, Who } from '@choxa/platform';
import { MeDto } from '../accounts/me.dto.js';
import { mobileIn } from '../one-time-codes/one-time-codes.dto.js';
import { EndOtherSessions } from './end-other-sessions.js';
import { EndSession } from './end-session.js';
import { SessionCookies } from './session-cookies.js';
import { EndedSessionsDto, SessionsDto, SignInDto, toSessionDto } from './sessions.dto.js';
import { openSessionsOf } from './sessions.query.js';
import { SignIn } from './sign-in.js';

@ApiTags('identity')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly endSession: EndSession,
    private readonly endOtherSessions: EndOtherSessions,
    private readonly cookies: SessionCookies,
    private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Public()
  @ApiCreatedResponse({ type: MeDto })
  async open(@Body() body: SignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<MeDto> {
    const { code, name } = body;
    const device = this.cookies.deviceOf(request);
    const token = await this.signIn.run({ phone: mobileIn(body), code, name: name ?? undefined, device });
    return this.cookies.hand(reply, token, 'phone', device);
  }

  @Get()
  @Can('session.read')
  @ApiOkResponse({ type: SessionsDto })
  async list(@Who() actor: Actor): Promise<SessionsDto> {
    const sessions = await openSessionsOf(this.db.read, actor.accountId, this.clock.now());
    return { data: sessions.map((session) => toSessionDto(session, actor.sessionId)), next: null };
  }

  @Delete('current')
  @Can('session.end')
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(@Who() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.endSession.run(actor, actor.sessionId);
    // A cart not yet brought into the account stays with nobody: the next person at a shared phone must not find it.
    for (const cookie of [SESSION_COOKIE, CART_COOKIE]) clearCookie(reply, this.config.publicUrl, cookie);
  }

  @Delete('others')
  @Can('session.end')
  @ApiOkResponse({ type: EndedSessionsDto })
  async closeOthers(@Who() actor: Actor): Promise<EndedSessionsDto> {
    return { ended: await this.endOtherSessions.run(actor) };
  }

  @Delete(':id')
  @Can('session.end')
  @HttpCode(204)
  @ApiNoContentResponse()
  async closeOne(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.endSession.run(actor, id);
  }
}
