import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Config, decodeCursor, encodeCursor, sql, type Actor, type Tx } from '@choxa/platform';
import { bareWord } from '@choxa/standards';
import { LotEntity } from '../lots/lot.entity.js';
import { TRACE_STEPS } from '../lots/lot.rules.js';
import type { EpcisEventsQuery } from './epcis.dto.js';
import { lotEvents, type EpcisJson, type LotEvent } from './lot-events.rules.js';
import { LotsForEpcis } from './lots-for-epcis.js';
import { namedLots } from './named-lots.query.js';
import { bizStepOf, STEPS_IN_EPCIS } from './steps.rules.js';

interface Key {
  source: LotEvent['source'];
  id: string;
  lotId: string;
  eventTime: Date;
}

const DEFAULT_PER_PAGE = 30;

/** Events of the actor's own lots, oldest first, as EPCIS 2.0 asks for them (§8.2.7: the standard names of its simple query). */
@Injectable()
export class EpcisEvents {
  constructor(
    private readonly config: Config,
    private readonly forEpcis: LotsForEpcis,
  ) {}

  /** The events, and the token of the next page; null on the last. */
  async find(tx: Tx, actor: Actor, query: EpcisEventsQuery): Promise<{ events: EpcisJson[]; next: string | null }> {
    const limit = query.perPage ?? DEFAULT_PER_PAGE;
    const keys = await this.keys(tx, actor, query, limit + 1);
    const page = keys.slice(0, limit);
    const lots = page.length ? await tx.findBy(LotEntity, { id: In([...new Set(page.map(({ lotId }) => lotId))]) }) : [];
    const told = new Map<string, LotEvent>();
    for (const subject of await this.forEpcis.of(tx, lots))
      for (const event of lotEvents(this.config.publicUrl, subject)) told.set(event.source + event.id, event);
    const last = page.at(-1);
    return {
      events: page.flatMap(({ source, id }) => told.get(source + id)?.json ?? []),
      next: keys.length > limit && last ? encodeCursor([last.eventTime.toISOString(), last.source, last.id]) : null,
    };
  }

  private async keys(tx: Tx, actor: Actor, query: EpcisEventsQuery, limit: number): Promise<Key[]> {
    const { publicUrl } = this.config;
    const households = actor.scope('household', 'household');
    const asked = query.MATCH_anyEPCClass ? ((await namedLots(tx, publicUrl, [query.MATCH_anyEPCClass], households)) ?? []) : null;
    const [at, source, id] = query.nextPageToken ? decodeCursor(query.nextPageToken, 3) : [null, null, null];
    const steps = TRACE_STEPS.map((step) => ({ step, type: STEPS_IN_EPCIS[step].type, bizStep: bizStepOf(publicUrl, step) }));
    return sql<Key>(tx, KEYS, [
      households,
      asked && asked.map((lot) => lot.id),
      JSON.stringify(steps),
      query.eventType ?? null,
      query.EQ_bizStep ? bareWord(query.EQ_bizStep) : null,
      query.GE_eventTime ?? null,
      query.LT_eventTime ?? null,
      query.GE_recordTime ?? null,
      query.LT_recordTime ?? null,
      at,
      source,
      id,
      limit,
    ]);
  }
}

// The same three sources as `lotEvents`: the making of a lot, what went into it, its recorded steps. Milliseconds, as tokens hold them.
const KEYS = `
  with own as (
    select *, least((produced_on + time '12:00') at time zone 'Asia/Ho_Chi_Minh', made_at) as made_time from labelling.lot
     where household_id = any($1::uuid[]) and ($2::uuid[] is null or id = any($2))),
  step as (select * from jsonb_to_recordset($3::jsonb) as row (step text, type text, "bizStep" text)),
  event as (
    select 'made' as source, id, id as lot_id, made_time as event_time, made_at as record_time, 'ObjectEvent' as type, 'commissioning' as biz_step
      from own where not exists (select from labelling.trace_event where lot_id = own.id and captured ->> 'bizStep' ~ '(^|[:-])commissioning$')
    union all
    select 'inputs', id, id, made_time, made_at, 'TransformationEvent', 'creating_class_instance'
      from own where exists (select from labelling.lot_input where lot_id = own.id and withdrawn_at is null)
        and not exists (select from labelling.trace_event done where done.lot_id = own.id and done.step = 'processing'
                         and not exists (select from labelling.event_correction where event_id = done.id))
    union all
    select 'event', one.id, one.lot_id, one.occurred_at, one.recorded_at, coalesce(one.captured ->> 'type', step.type),
           coalesce(regexp_replace(one.captured ->> 'bizStep', '^(urn:epcglobal:cbv:bizstep:|https?://(ref|ns).gs1.org/cbv/BizStep-)', ''), step."bizStep")
      from labelling.trace_event one join own on own.id = one.lot_id join step on step.step = one.step),
  cut as (select *, date_trunc('milliseconds', event_time) as at from event)
  select source, id, lot_id as "lotId", at as "eventTime" from cut
   where ($4::text is null or type = $4) and ($5::text is null or biz_step = $5)
     and ($6::timestamptz is null or event_time >= $6) and ($7::timestamptz is null or event_time < $7)
     and ($8::timestamptz is null or record_time >= $8) and ($9::timestamptz is null or record_time < $9)
     and ($10::timestamptz is null or (at, source, id) > ($10, $11::text, $12::uuid))
   order by at, source, id limit $13`;
