import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IsNull } from 'typeorm';
import { OwnPacks } from '@choxa/catalogue';
import { Actor, Can, Clock, Database, Day, Flag, Int, ListOf, OneOf, Text, Uuid, Who } from '@choxa/platform';
import { LabelGraceEntity } from '../label-grace/label-grace.entity.js';
import {
  LABEL_FIELDS,
  LABEL_LEVELS,
  LABEL_PARTS,
  LABEL_PLACES,
  type LabelField,
  type LabelLevel,
  type LabelPart,
  type LabelPlace,
} from './label-fields.js';
import { LABEL_RULE_VERSION, type LabelVerdict } from './label.rules.js';
import { Labels } from './labels.js';

export class LabelGapDto {
  @OneOf(Object.keys(LABEL_FIELDS) as LabelField[]) field: LabelField;
  @OneOf(LABEL_PARTS) part: LabelPart;
  @OneOf(LABEL_PLACES, { description: 'Which form fills it; household: its registration' }) where: LabelPlace;
  @Text({ max: 500, description: 'What to do, in Vietnamese' }) textVi: string;
  @Text({ max: 500 }) textEn: string;
}

export class LabelGapsDto {
  @Uuid({ optional: true, description: 'The pack that lacks most' }) packId: string | null;
  @Int({ max: 100 }) percent: number;
  @OneOf(LABEL_LEVELS) level: LabelLevel;
  @ListOf(() => LabelGapDto) missing: LabelGapDto[];
  @Text() ruleVersion: string;
  @Day({ optional: true, description: 'Last day on which the pack may be sold with these gaps' }) sellUntil: string | null;
  @Flag({ description: 'Not sold until the label is complete' }) paused: boolean;
}

/** The household's checklist "hoàn thiện nhãn". */
@ApiTags('labelling')
@Controller('household/products/:id/label')
export class LabelGapsController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ownPacks: OwnPacks,
    private readonly labels: Labels,
  ) {}

  @Get()
  @Can('label.read')
  @ApiOkResponse({ type: LabelGapsDto })
  async gaps(@Who() actor: Actor, @Param('id', ParseUUIDPipe) productId: string): Promise<LabelGapsDto> {
    const { packIds } = await this.ownPacks.requireProduct(this.db.read, actor, productId);
    const judged = [...(await this.labels.judge(this.db.read, packIds, this.clock.now()))];
    const [packId, worst] = judged.toSorted(([, a], [, b]) => a.verdict.percent - b.verdict.percent)[0] ?? [null, null];
    const grace = packId && (await this.db.read.findOneBy(LabelGraceEntity, { packId, closedAt: IsNull() }));
    return toLabelGapsDto(packId, worst?.verdict ?? null, grace || null);
  }
}

function toLabelGapsDto(packId: string | null, verdict: LabelVerdict | null, grace: LabelGraceEntity | null): LabelGapsDto {
  const missing = (verdict?.missing ?? []).map((field) => {
    const { part, where, vi, en } = LABEL_FIELDS[field];
    return { field, part, where, textVi: vi, textEn: en };
  });
  return {
    packId,
    percent: verdict?.percent ?? 0,
    level: verdict?.level ?? 'none',
    missing,
    ruleVersion: verdict?.ruleVersion ?? LABEL_RULE_VERSION,
    sellUntil: grace && !grace.pausedAt ? grace.endsOn : null,
    paused: Boolean(grace?.pausedAt),
  };
}
