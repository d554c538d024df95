import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { AnswerReport } from '@choxa/audit';
import { Accounts } from '@choxa/identity';
import { Database, EventWorkers, type Actor, type SettableClock } from '@choxa/platform';
import { CorrectFigure, SubmitReport, type DemoOffice } from '@choxa/postal';
import { boundsOf, localQuarter, parsePeriod, periodKey, shiftPeriod } from '@choxa/standards';
import { makeActor, type DemoKey } from './demo-actors.js';

const DAY_MS = 86_400_000;
/** Days after the quarter on which the reports come in. */
const REPORTED_AFTER = 8;

/** Reports of the quarter that ended last: one accepted, one to be looked at, and the demo manager's, returned to be put right. */
export async function seedReports(
  app: INestApplicationContext,
  offices: DemoOffice[],
  people: Record<DemoKey, Actor>,
  clock: SettableClock,
  until: Date,
): Promise<void> {
  const read = parsePeriod(localQuarter(until));
  if (!read.ok) return;
  const quarter = periodKey(shiftPeriod(read.period, -1));
  clock.set(new Date(Math.min(boundsOf(quarter).until.getTime() + REPORTED_AFTER * DAY_MS, until.getTime())));
  const operators = new Map(offices.map(({ operatorCode, operatorId }) => [operatorCode, operatorId]));
  for (const [code, operator] of operators) {
    const manager = MANAGERS[code] ? await managerOf(app, operator, MANAGERS[code]) : people.postalManager;
    if (!MANAGERS[code])
      await app.get(CorrectFigure, { strict: false }).run(manager, {
        operator,
        quarter,
        indicator: '5',
        numerator: 40,
        denominator: null,
        reason: 'Cộng các đại lý chưa có trong danh bạ',
      });
    await app.get(SubmitReport, { strict: false }).run(manager, { operator, quarter }, randomUUID());
  }
  await app.get(EventWorkers).drain();
  const answer = app.get(AnswerReport, { strict: false });
  const official = people.officialOfNation;
  await answer.run(official, 'buu-chinh-song-hong', { quarter, version: 1, verdict: 'accepted' });
  const reason = 'Số điểm phục vụ không khớp danh bạ bưu cục. Hãy thêm đại lý vào danh bạ rồi nộp lại.';
  await answer.run(official, 'buu-chinh-truong-son', { quarter, version: 1, verdict: 'returned', reason });
  await app.get(EventWorkers).drain();
}

/** Invented managers of the operators whose desk no visitor signs in at. */
const MANAGERS: Record<string, { phone: string; name: string }> = {
  'buu-chinh-song-hong': { phone: '+84500001201', name: 'Vũ Thị Nhài' },
  'buu-chinh-cuu-long': { phone: '+84500001202', name: 'Lê Văn Sậy' },
};

function managerOf(app: INestApplicationContext, operatorId: string, person: { phone: string; name: string }): Promise<Actor> {
  const grant = { role: 'postal_manager', scopeKind: 'operator', scopeId: operatorId, label: 'Quản lý (mẫu)' } as const;
  return makeActor(app.get(Database), app.get(Accounts, { strict: false }), person, [grant]);
}
