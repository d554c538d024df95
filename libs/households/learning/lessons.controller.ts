import { Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Database, platformProblem, Who } from '@choxa/platform';
import { LessonReadEntity } from './lesson-read.entity.js';
import { LessonsDto } from './learning.dto.js';
import { LESSONS } from './lessons.js';
import { ReadLesson } from './read-lesson.js';

@ApiTags('households')
@Controller('household/lessons')
export class LessonsController {
  constructor(
    private readonly db: Database,
    private readonly readLesson: ReadLesson,
  ) {}

  @Get()
  @Can('household.own')
  @ApiOkResponse({ type: LessonsDto })
  async list(@Who() actor: Actor): Promise<LessonsDto> {
    const read = await this.db.read.findBy(LessonReadEntity, { accountId: actor.accountId });
    return {
      data: LESSONS.map((lesson) => ({ lesson, readAt: read.find((row) => row.lesson === lesson)?.readAt.toISOString() ?? null })),
    };
  }

  @Put(':lesson/read')
  @Can('household.own')
  @HttpCode(204)
  @ApiParam({ name: 'lesson', enum: LESSONS })
  @ApiNoContentResponse()
  async markRead(@Who() actor: Actor, @Param('lesson') name: string): Promise<void> {
    const lesson = LESSONS.find((one) => one === name);
    if (!lesson) throw platformProblem('not-found');
    await this.readLesson.run(actor, lesson);
  }
}
