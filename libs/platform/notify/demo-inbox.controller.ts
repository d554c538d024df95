import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { platformProblem } from '../errors/problem.js';
import { Public } from '../guard/policies.js';
import { Instant, ListOf, Text, Uuid } from '../http/fields.js';
import { decodeCursor, DEFAULT_LIMIT, pageOf, PageQuery } from '../http/paging.js';
import { MessageEntity } from './message.entity.js';

export class DemoMessageDto {
  @Uuid() id: string;
  @Text() to: string;
  @Text() channel: string;
  @Text() template: string;
  @Text({ max: 2000 }) text: string;
  @Instant() sentAt: string;
}

export class DemoMessagesDto {
  @ListOf(() => DemoMessageDto) data: DemoMessageDto[];
  @Text({ optional: true }) next: string | null;
}

export class DemoMessagesQuery extends PageQuery {
  @Text({ max: 20, optional: true, description: 'Only messages to this E.164 phone' })
  to?: string;
}

/** The demo inbox: what would have gone to telephones. It exists in demo mode only. */
@ApiTags('demo')
@Controller('demo/messages')
export class DemoInboxController {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: DemoMessagesDto })
  async list(@Query() query: DemoMessagesQuery): Promise<DemoMessagesDto> {
    if (!this.config.demo) throw platformProblem('not-found');
    const limit = query.limit ?? DEFAULT_LIMIT;
    const found = this.db.read
      .createQueryBuilder(MessageEntity, 'message')
      .orderBy('message.sentAt', 'DESC')
      .addOrderBy('message.id', 'DESC')
      .limit(limit + 1);
    if (query.to) found.andWhere('message.recipient = :to', { to: query.to });
    if (query.cursor) {
      const [sentAt, id] = decodeCursor(query.cursor, 2);
      found.andWhere('(message.sentAt, message.id) < (:sentAt, :id)', { sentAt, id });
    }
    return pageOf(
      await found.getMany(),
      limit,
      (row) => [row.sentAt.toISOString(), row.id],
      (row) => ({
        id: row.id,
        to: row.recipient,
        channel: row.channel,
        template: row.template,
        text: row.body,
        sentAt: row.sentAt.toISOString(),
      }),
    );
  }
}
