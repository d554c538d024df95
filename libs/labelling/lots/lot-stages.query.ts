import { Injectable } from '@nestjs/common';
import { LotStages, type LotStage } from '@choxa/catalogue';
import { toPlaceDto, type Place } from '@choxa/places';
import { Database } from '@choxa/platform';
import { toLocalTimestamp } from '@choxa/standards';

interface Row {
  step: string;
  occurredAt: Date;
  place: Place | null;
  note: string | null;
}

/** How a lot came about, for the page of its product: one prepared statement, unlike all that the trace page tells. */
@Injectable()
export class StagesByTraceCode extends LotStages {
  constructor(private readonly db: Database) {
    super();
  }

  async ofTraceCode(traceCode: string): Promise<LotStage[]> {
    const rows = await this.db.rows<Row>('labelling.lot-stages', STAGES, [traceCode]);
    return rows.map(({ step, occurredAt, place, note }) => ({
      step,
      occurredAt: toLocalTimestamp(occurredAt),
      place: place && toPlaceDto(place),
      note,
    }));
  }
}

const STAGES = `
  select event.step, event.occurred_at as "occurredAt", event.place, event.note
    from labelling.lot join labelling.trace_event event on event.lot_id = lot.id
   where lot.trace_code = $1 and not exists (select from labelling.event_correction where event_id = event.id)
   order by event.occurred_at, event.recorded_at, event.id`;
