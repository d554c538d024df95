import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actor, Can, clearCookie, Config, Public, readCookie, SESSION_COOKIE, setCookie, Who } from '@choxa/platform';
import { MeDto, toMeDto } from '../accounts/me.dto.js';
import { mobileIn } from '../one-time-codes/one-time-codes.dto.js';
import { SESSION_LIFE_SECONDS } from './session.rules.js';
import { SignInDto } from './sessions.dto.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';

@ApiTags('identity')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly config: Config,
  ) {}

  @Post()
  @Public()
  @ApiCreatedResponse({ type: MeDto })
  async open(@Body() body: SignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<MeDto> {
    const { publicUrl } = this.config;
    const formerToken = readCookie(request, publicUrl, SESSION_COOKIE);
    const { token, me } = await this.signIn.run({ phone: mobileIn(body), code: body.code, name: body.name ?? undefined, formerToken });
    setCookie(reply, publicUrl, SESSION_COOKIE, token, SESSION_LIFE_SECONDS);
    return toMeDto(me, null);
  }

  @Delete('current')
  @Can('session.end')
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(@Who() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOut.run(actor);
    clearCookie(reply, this.config.publicUrl, SESSION_COOKIE);
  }
}
