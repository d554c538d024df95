import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Clock, Database, Day, Int, ListOf, Nested, OneOf, Text, Who } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { graceCounts } from './grace-counts.query.js';
import { labelPolicyOn } from './label-policies.query.js';
import { LABEL_POLICY_MODES, type LabelPolicyEntity, type LabelPolicyMode } from './label-policy.entity.js';

export class LabelPolicyDto {
  @OneOf(LABEL_POLICY_MODES) mode: LabelPolicyMode;
  @Int() graceDays: number;
  @Int() noticeDays: number;
  @Day() validFrom: string;
  @Text({ max: 500 }) basis: string;
}

export class GraceCountDto {
  @Text({ optional: true, description: 'Province code' }) provinceCode: string | null;
  @Int({ description: 'Packs still sold with an incomplete label' }) inGrace: number;
  @Int({ description: 'Packs not sold until their label is complete' }) paused: number;
}

export class GraceCountsDto {
  @Nested(() => LabelPolicyDto, { optional: true }) policy: LabelPolicyDto | null;
  @ListOf(() => GraceCountDto) provinces: GraceCountDto[];
}

/** How many packs are sold, or kept off sale, with an incomplete label: for officials of their own provinces or of the nation. */
@ApiTags('labelling')
@Controller('audit/label-grace')
export class LabelGraceController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can('label.counts')
  @ApiOkResponse({ type: GraceCountsDto })
  async counts(@Who() actor: Actor): Promise<GraceCountsDto> {
    const wholeNation = actor.scope('nation', 'official').length > 0;
    const policy = await labelPolicyOn(this.db.read, localDay(this.clock.now()));
    return {
      policy: policy && toLabelPolicyDto(policy),
      provinces: await graceCounts(this.db.read, wholeNation ? null : actor.scope('province', 'official')),
    };
  }
}

function toLabelPolicyDto({ mode, graceDays, noticeDays, validFrom, basis }: LabelPolicyEntity): LabelPolicyDto {
  return { mode, graceDays, noticeDays, validFrom, basis };
}
