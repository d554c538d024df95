const NORMAL = 'Bảng mã lý do phát không thành công 2026 của hệ thống';
const LAW = 'Luật Bưu chính 49/2010/QH12';
const HOUSE = 'Quy định nội bộ mẫu 2026';

/** Code, on whose side the cause lies, whether it counts as a try, what usually comes next, basis. */
export const FAILURE_REASON_ROWS: readonly (readonly [string, string, boolean, string, string])[] = [
  ['absent', 'recipient', true, 'retry', NORMAL],
  ['no_answer', 'recipient', true, 'retry', NORMAL],
  ['wrong_phone', 'sender', true, 'ask_sender', NORMAL],
  ['asked_later', 'recipient', true, 'retry', NORMAL],
  ['asked_place', 'recipient', true, 'retry', NORMAL],
  ['asked_counter', 'recipient', true, 'hold_for_collection', NORMAL],
  ['wrong_address', 'sender', true, 'ask_sender', LAW],
  ['incomplete_address', 'sender', true, 'ask_sender', NORMAL],
  ['moved', 'recipient', true, 'ask_sender', LAW],
  ['unknown_addressee', 'sender', true, 'ask_sender', LAW],
  ['deceased', 'recipient', true, 'return_to_sender', LAW],
  ['refused', 'recipient', true, 'return_to_sender', LAW],
  ['refused_damaged', 'post', true, 'return_to_sender', LAW],
  ['refused_contents', 'sender', true, 'return_to_sender', LAW],
  ['refused_cash', 'sender', true, 'return_to_sender', LAW],
  ['not_expected', 'sender', true, 'return_to_sender', LAW],
  ['cash_not_ready', 'recipient', true, 'retry', NORMAL],
  ['no_identity', 'recipient', true, 'hold_for_collection', NORMAL],
  ['only_minor', 'recipient', true, 'retry', NORMAL],
  ['closed', 'recipient', true, 'retry', NORMAL],
  ['access_blocked', 'recipient', true, 'hold_for_collection', NORMAL],
  ['unsafe', 'recipient', true, 'hold_for_collection', NORMAL],
  ['box_full', 'recipient', true, 'hold_for_collection', NORMAL],
  ['damaged', 'post', false, 'ask_sender', NORMAL],
  ['missorted', 'post', false, 'retry', NORMAL],
  ['out_of_time', 'post', false, 'retry', NORMAL],
  ['vehicle', 'post', false, 'retry', NORMAL],
  ['weather', 'circumstance', false, 'retry', NORMAL],
  ['area_closed', 'circumstance', false, 'retry', NORMAL],
  ['held_by_authority', 'circumstance', false, 'ask_sender', NORMAL],
  ['not_collected', 'recipient', true, 'return_to_sender', LAW],
  ['other', 'recipient', true, 'retry', NORMAL],
];

/** Code with its unit, amount, basis. */
export const DELIVERY_NORM_ROWS: readonly (readonly [string, number, string])[] = [
  ['far_meters', 500, HOUSE],
  ['office_meters', 80, HOUSE],
  ['area_meters', 60_000, HOUSE],
  ['burst_count', 20, HOUSE],
  ['burst_seconds', 120, HOUSE],
  ['speed_kmh', 120, HOUSE],
  ['dispute_hours', 48, HOUSE],
  ['notice_working_days', 2, LAW],
  ['collect_working_days', 5, HOUSE],
];
