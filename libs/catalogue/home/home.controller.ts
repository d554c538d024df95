import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '@choxa/platform';
import { HomeDto, HomeQuery } from './home.dto.js';
import { HomePage } from './home.query.js';

/** What the home page of the shop shows, the same for everybody who asks for the same province. */
@ApiTags('catalogue')
@Controller('home')
export class HomeController {
  constructor(private readonly home: HomePage) {}

  @Get()
  @Public()
  @Header('Cache-Control', 'public, max-age=10')
  @ApiOkResponse({ type: HomeDto })
  async read(@Query() { province }: HomeQuery, @Res() reply: FastifyReply): Promise<void> {
    void reply.type('application/json; charset=utf-8').send(await this.home.text(province));
  }
}
