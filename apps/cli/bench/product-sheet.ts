import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.js';
import type { Api } from './processes.js';
import { signedIn } from './session.js';
import { withClient } from '../with-client.js';

export const SHEET_JOB = 'product-sheet';
/** As many as one file may hold. */
const ROWS = 20_000;
const LOOK_EVERY_MS = 250;
const LIMIT_MS = 600_000;

/** How long a full product sheet takes from its upload to its last row, and what memory the API needs for it beyond what it held before. */
export interface SheetLine {
  job: typeof SHEET_JOB;
  rows: number;
  previewMs: number;
  importMs: number;
  memoryMoreMb: number | null;
  errors: number;
}

/** Sends a sheet as a household of the market would, brings it in and waits for its end. */
export async function measureSheet(api: Api, databaseUrl: string): Promise<SheetLine> {
  const cookie = await sessionOfHousehold(databaseUrl);
  const call = async (method: string, path: string, body?: FormData): Promise<Sheet> => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    const answer = await fetch(`${api.origin}/api/v1/household/product-sheets${path}`, { method, headers, body });
    if (!answer.ok) throw new Failure(`Tệp bị từ chối: ${answer.status}`, `The sheet was refused: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Sheet;
  };
  const before = api.memoryMb();
  let most = before ?? 0;
  const watch = setInterval(() => (most = Math.max(most, api.memoryMb() ?? 0)), 50);
  try {
    const form = new FormData();
    form.append('file', new Blob([sheetCsv()]), 'hang.csv');
    const begin = performance.now();
    let sheet = await call('POST', '', form);
    const previewed = performance.now();
    sheet = await call('POST', `/${sheet.id}/import`);
    while (sheet.state !== 'done') {
      if (performance.now() - previewed > LIMIT_MS) throw new Failure('Việc nhập tệp không xong.', 'The import does not end.');
      await sleep(LOOK_EVERY_MS);
      sheet = await call('GET', `/${sheet.id}`);
    }
    return {
      job: SHEET_JOB,
      rows: ROWS,
      previewMs: Math.round(previewed - begin),
      importMs: Math.round(performance.now() - previewed),
      memoryMoreMb: before === null ? null : most - before,
      errors: ROWS - sheet.created,
    };
  } finally {
    clearInterval(watch);
  }
}

interface Sheet {
  id: string;
  state: string;
  created: number;
}

function sheetCsv(): string {
  const rows = Array.from(
    { length: ROWS },
    (_, n) =>
      `Sản phẩm đo tốc độ ${n},13,500,g,${100_000 + n},10,550,Nhãn đo,TCCS 01:2026,180,"Mô tả của sản phẩm thứ ${n}, đủ dài như thật."`,
  );
  return [
    'product_name,product_set,net_content,unit,price_vnd,stock,weight_grams,brand_name,standards,shelf_life_days,description',
    ...rows,
  ].join('\n');
}

/** A signed-in member of one household of the market; the cookie of the session. */
async function sessionOfHousehold(databaseUrl: string): Promise<string> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select id::text from households.household where state = 'approved' order by id limit 1`,
    );
    return signedIn(client, { role: 'household', scopeKind: 'household', scopeIds: [rows[0]!.id] });
  });
}
