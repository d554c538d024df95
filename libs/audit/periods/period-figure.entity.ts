import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { DocumentFigure } from './period-document.js';
import { PeriodVersionEntity } from './period-version.entity.js';

/** One figure of a closed version as it was counted then, for indicators whose facts are not frozen row by row. */
@Entity({ schema: 'audit', name: 'period_figure' })
@ForeignKey(() => PeriodVersionEntity, ['period', 'version'], ['period', 'version'], {
  name: 'period_figure_version',
  deferrable: 'INITIALLY DEFERRED',
})
@Check('period_figure_place_kind', `place_kind in ('nation', 'province', 'commune', 'operator')`)
export class PeriodFigureEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_period_figure' })
  period: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_period_figure' })
  version: number;

  /** Number of the indicator. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_period_figure' })
  indicator: number;

  @PrimaryColumn('text', { name: 'place_kind', primaryKeyConstraintName: 'PK_period_figure' })
  placeKind: DocumentFigure['kind'] | 'operator';

  /** `VN` for the nation; of an operator, its code. */
  @PrimaryColumn('text', { name: 'place_code', primaryKeyConstraintName: 'PK_period_figure' })
  placeCode: string;

  @Column('jsonb')
  figure: Omit<DocumentFigure, 'kind' | 'code'>;
}
