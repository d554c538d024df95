/** Why an attempt failed (EMH), normalised over operators. */
export type NonDeliveryReason =
  | 'absent'
  | 'no_answer'
  | 'asked_later'
  | 'wrong_address'
  | 'moved'
  | 'unknown_addressee'
  | 'refused'
  | 'cash_not_ready'
  | 'damaged'
  | 'access_blocked'
  | 'weather'
  | 'not_collected'
  | 'other';

/** What happens to the parcel after a failed attempt. */
export type NextAction = 'retry' | 'hold_for_collection' | 'ask_sender' | 'return_to_sender';

interface ReasonText {
  readonly vi: string;
  readonly en: string;
  /** Makes the item undeliverable by itself; absence does so only after the notices of the law (Postal Law 49/2010). */
  readonly undeliverable: boolean;
}

const reason = (vi: string, en: string, undeliverable = false): ReasonText => ({ vi, en, undeliverable });

/** The reasons with their texts. */
export const NON_DELIVERY_REASONS: Readonly<Record<NonDeliveryReason, ReasonText>> = {
  absent: reason('Người nhận đi vắng', 'Addressee absent'),
  no_answer: reason('Không liên lạc được', 'No answer on the phone'),
  asked_later: reason('Người nhận hẹn ngày khác', 'Addressee asked for another day'),
  wrong_address: reason('Sai địa chỉ', 'Wrong address', true),
  moved: reason('Người nhận đã chuyển đi', 'Addressee moved', true),
  unknown_addressee: reason('Không có người nhận này', 'Addressee unknown', true),
  refused: reason('Người nhận từ chối', 'Refused by addressee', true),
  cash_not_ready: reason('Người nhận chưa có tiền', 'Cash not ready'),
  damaged: reason('Bưu gửi hư hỏng', 'Item damaged'),
  access_blocked: reason('Không vào được địa chỉ', 'Address could not be reached'),
  weather: reason('Thiên tai, thời tiết xấu', 'Disaster or bad weather'),
  not_collected: reason('Quá hạn không đến lấy', 'Not collected in time', true),
  other: reason('Lý do khác', 'Other reason'),
};

/** What may come next, with its texts. */
export const NEXT_ACTIONS: Readonly<Record<NextAction, { readonly vi: string; readonly en: string }>> = {
  retry: { vi: 'Phát lại', en: 'Try again' },
  hold_for_collection: { vi: 'Lưu chờ người nhận đến lấy', en: 'Hold for collection' },
  ask_sender: { vi: 'Hỏi ý kiến người gửi', en: 'Ask the sender' },
  return_to_sender: { vi: 'Chuyển hoàn', en: 'Return to sender' },
};

/** The reasons, in the order in which a form lists them. */
export const NON_DELIVERY_REASON_CODES = Object.keys(NON_DELIVERY_REASONS) as readonly NonDeliveryReason[];

/** The next actions, in the order in which a form lists them. */
export const NEXT_ACTION_CODES = Object.keys(NEXT_ACTIONS) as readonly NextAction[];

/** Whether a text is one of the reasons. */
export function isNonDeliveryReason(text: string): text is NonDeliveryReason {
  return Object.hasOwn(NON_DELIVERY_REASONS, text);
}

/** Whether a text is one of the next actions. */
export function isNextAction(text: string): text is NextAction {
  return Object.hasOwn(NEXT_ACTIONS, text);
}
