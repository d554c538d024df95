import { formatDay, formatPhone } from '@choxa/standards';
import { printed, type PageSize, type Sheet } from '../printing/sheet.js';
import type { PickupRoundDto, PickupStopDto } from './pickup-round.dto.js';

interface Page {
  round: PickupRoundDto;
  stops: PickupStopDto[];
  /** Place of the page's first stop, from 1. */
  first: number;
  page: number;
  pages: number;
}

const A4: PageSize = { width: 210, height: 297 };
const MARGIN = 12;
const WIDTH = A4.width - 2 * MARGIN;
const STOPS_A_PAGE = 7;
const STOP_HEIGHT = 34;
const TOP = 36;
const HALVES = { morning: 'BUỔI SÁNG / MORNING', afternoon: 'BUỔI CHIỀU / AFTERNOON' };

/** A round on paper, A4: where to go, whom to call, which numbers to take. Nothing of the recipients. */
export function pickupRoundPdf(round: PickupRoundDto, madeAt: Date): Promise<Buffer> {
  return printed(
    `Lấy hàng ${round.day}`,
    madeAt,
    pagesOf(round),
    () => A4,
    (sheet, page) => drawPage(sheet, page),
  );
}

/** A round without stops still has a page that says so. */
function pagesOf(round: PickupRoundDto): Page[] {
  const pages = Math.max(1, Math.ceil(round.stops.length / STOPS_A_PAGE));
  return Array.from({ length: pages }, (_, index) => ({
    round,
    stops: round.stops.slice(index * STOPS_A_PAGE, (index + 1) * STOPS_A_PAGE),
    first: index * STOPS_A_PAGE + 1,
    page: index + 1,
    pages,
  }));
}

function drawPage(sheet: Sheet, { round, stops, first, page, pages }: Page): void {
  sheet.text('DANH SÁCH LẤY HÀNG', { x: MARGIN, y: 12, width: WIDTH - 30, size: 6.5, font: 'bold' });
  sheet.text(`${page}/${pages}`, { x: A4.width - MARGIN - 28, y: 12, width: 28, size: 4, align: 'right' });
  sheet.text(`Pick-up round · ${round.officeName} · ${formatDay(round.day)}`, { x: MARGIN, y: 21, width: WIDTH, size: 4 });
  sheet.rule(MARGIN, TOP - 5, WIDTH);
  if (!stops.length) sheet.text('Không có điểm lấy hàng nào. / No stops.', { x: MARGIN, y: TOP, width: WIDTH, size: 4 });
  for (const [index, stop] of stops.entries()) drawStop(sheet, stop, first + index, TOP + index * STOP_HEIGHT);
}

function drawStop(sheet: Sheet, stop: PickupStopDto, place: number, y: number): void {
  const x = MARGIN + 14;
  const width = WIDTH - 14;
  const row = (top: number, words: string, size = 3.6, lines = 1) => sheet.text(words, { x, y: y + top, width, size, lines });
  sheet.text(String(place), { x: MARGIN, y, width: 12, size: 7, font: 'bold' });
  sheet.frame(MARGIN, y + 11, 7, 7);
  sheet.text(`${stop.senderName} · ${formatPhone(stop.senderPhone)}`, { x, y, width: width - 52, size: 4.2, font: 'bold' });
  sheet.text(HALVES[stop.half], { x: A4.width - MARGIN - 50, y, width: 50, size: 3.2, align: 'right' });
  row(6, `${stop.senderStreet}, ${stop.senderCommuneName}`);
  if (stop.note) row(11, `Ghi chú / Note: ${stop.note}`, 3.2, 2);
  const taken = stop.taken ? ` (đã lấy / taken: ${stop.taken})` : '';
  const [top, lines] = stop.note ? [20, 2] : [12, 4];
  row(top, `${stop.waiting.length} bưu gửi / parcels${taken}: ${stop.waiting.join(', ')}`, 3.2, lines);
  sheet.rule(MARGIN, y + STOP_HEIGHT - 4, WIDTH);
}
