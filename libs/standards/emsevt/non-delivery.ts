/** Why an attempt failed (EMH), normalised over operators. */
export type NonDeliveryReason =
  | 'absent'
  | 'no_answer'
  | 'wrong_phone'
  | 'asked_later'
  | 'asked_place'
  | 'asked_counter'
  | 'wrong_address'
  | 'incomplete_address'
  | 'moved'
  | 'unknown_addressee'
  | 'deceased'
  | 'refused'
  | 'refused_damaged'
  | 'refused_contents'
  | 'refused_cash'
  | 'not_expected'
  | 'cash_not_ready'
  | 'no_identity'
  | 'only_minor'
  | 'closed'
  | 'access_blocked'
  | 'unsafe'
  | 'box_full'
  | 'damaged'
  | 'missorted'
  | 'out_of_time'
  | 'vehicle'
  | 'weather'
  | 'area_closed'
  | 'held_by_authority'
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
  wrong_phone: reason('Sai số điện thoại', 'Wrong telephone number'),
  asked_later: reason('Người nhận hẹn ngày khác', 'Addressee asked for another day'),
  asked_place: reason('Người nhận hẹn nơi khác', 'Addressee asked for another place'),
  asked_counter: reason('Người nhận muốn tự đến lấy', 'Addressee will fetch it'),
  wrong_address: reason('Sai địa chỉ', 'Wrong address', true),
  incomplete_address: reason('Địa chỉ thiếu số nhà, thôn, xóm', 'Address incomplete'),
  moved: reason('Người nhận đã chuyển đi', 'Addressee moved', true),
  unknown_addressee: reason('Không có người nhận này', 'Addressee unknown', true),
  deceased: reason('Người nhận đã mất', 'Addressee deceased', true),
  refused: reason('Người nhận từ chối', 'Refused by addressee', true),
  refused_damaged: reason('Từ chối vì hàng hư hỏng', 'Refused because of damage', true),
  refused_contents: reason('Từ chối vì hàng không đúng', 'Refused because of the contents', true),
  refused_cash: reason('Từ chối vì số tiền thu hộ', 'Refused because of the cash to pay', true),
  not_expected: reason('Người nhận không chờ bưu gửi nào', 'Addressee expects no item', true),
  cash_not_ready: reason('Người nhận chưa có tiền', 'Cash not ready'),
  no_identity: reason('Người nhận không có giấy tờ', 'No identity document shown'),
  only_minor: reason('Chỉ có trẻ em ở nhà', 'Only children at home'),
  closed: reason('Cơ quan, cửa hàng đóng cửa', 'Office or shop closed'),
  access_blocked: reason('Không vào được địa chỉ', 'Address could not be reached'),
  unsafe: reason('Không an toàn, có chó dữ', 'Not safe to enter'),
  box_full: reason('Hộp thư tập trung đầy hoặc hỏng', 'Shared letter box full or broken'),
  damaged: reason('Bưu gửi hư hỏng', 'Item damaged'),
  missorted: reason('Chia nhầm tuyến, nhầm bưu cục', 'Sorted to the wrong round or office'),
  out_of_time: reason('Hết giờ, chưa kịp phát', 'No time left on the round'),
  vehicle: reason('Xe bưu tá hỏng', 'Vehicle broke down'),
  weather: reason('Thiên tai, thời tiết xấu', 'Disaster or bad weather'),
  area_closed: reason('Khu vực bị phong tỏa, cấm đường', 'Area closed off'),
  held_by_authority: reason('Cơ quan chức năng tạm giữ', 'Held by an authority'),
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
