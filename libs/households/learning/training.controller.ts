import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Database, DEFAULT_LIMIT, PageQuery, pageOf, Who } from '@choxa/platform';
import { HoldTraining } from './hold-training.js';
import { HoldTrainingDto, TrainedHouseholdsDto, TrainedHouseholdsQuery, TrainingSessionDto, TrainingSessionsDto } from './learning.dto.js';
import { RecordAttendance } from './record-attendance.js';
import { householdsForSession, trainingSession, trainingSessions } from './training.query.js';

/** Classes for households in the caller's places, and who was there. */
@ApiTags('households')
@Controller('training-sessions')
export class TrainingController {
  constructor(
    private readonly db: Database,
    private readonly holdTraining: HoldTraining,
    private readonly recordAttendance: RecordAttendance,
  ) {}

  @Post()
  @Can('training.record')
  @ApiCreatedResponse({ type: TrainingSessionDto })
  async hold(@Who() actor: Actor, @Body() body: HoldTrainingDto): Promise<TrainingSessionDto> {
    return this.one(actor, await this.holdTraining.run(actor, body));
  }

  @Get()
  @Can('training.record')
  @ApiOkResponse({ type: TrainingSessionsDto })
  async list(@Who() actor: Actor, @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery): Promise<TrainingSessionsDto> {
    const rows = await trainingSessions(this.db.read, actor, { limit, cursor });
    return pageOf(
      rows,
      limit,
      ({ heldOn, id }) => [heldOn, id],
      (row) => row,
    );
  }

  @Get(':id')
  @Can('training.record')
  @ApiOkResponse({ type: TrainingSessionDto })
  async one(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TrainingSessionDto> {
    return trainingSession(this.db.read, actor, id);
  }

  @Get(':id/households')
  @Can('training.record')
  @ApiOkResponse({ type: TrainedHouseholdsDto })
  async households(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { q }: TrainedHouseholdsQuery,
  ): Promise<TrainedHouseholdsDto> {
    await trainingSession(this.db.read, actor, id);
    return { data: await householdsForSession(this.db.read, actor, id, q) };
  }

  @Put(':id/households/:household')
  @Can('training.record')
  @HttpCode(204)
  @ApiNoContentResponse()
  async tick(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('household', ParseUUIDPipe) household: string,
  ): Promise<void> {
    await this.recordAttendance.run(actor, id, household, true);
  }

  @Delete(':id/households/:household')
  @Can('training.record')
  @HttpCode(204)
  @ApiNoContentResponse()
  async takeBack(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('household', ParseUUIDPipe) household: string,
  ): Promise<void> {
    await this.recordAttendance.run(actor, id, household, false);
  }
}
