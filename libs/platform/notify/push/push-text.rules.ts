import { topicOf, type NoticeTopic } from '../notice-topics.js';

/** What a push carries through the service of the browser's maker: no name, no address, nothing of a person but an order's number and an amount. */
export interface PushText {
  title: string;
  body: string;
  /** Path of the page it opens. */
  path: string;
}

const TITLES: Record<NoticeTopic, string> = {
  'new-orders': 'Chợ Xã: đơn hàng chờ bạn / An order waits for you',
  'order-changes': 'Chợ Xã: đơn hàng có thay đổi / An order has changed',
  parcels: 'Chợ Xã: tin về bưu gửi / News of a parcel',
  shop: 'Chợ Xã: tin về sản phẩm / News of your products',
  account: 'Chợ Xã: tin về tài khoản / News of your account',
};

/** Templates of `orders` that go to households; the others go to buyers. */
const TO_HOUSEHOLDS = /^orders\.(new-seller-order|reminder|pick-up-|.*-household$)/;

/** A message's push: generic words, and of its text only the order's number and the first amount. */
export function pushText(template: string, text: string): PushText {
  const topic = topicOf(template);
  const number = /\bCX[0-9A-HJKMNP-TV-Z]{8}\b/.exec(text)?.[0];
  const amount = topic === 'new-orders' ? /\d[\d.]*\s?₫/.exec(text)?.[0] : undefined;
  return { title: TITLES[topic], body: [number, amount].filter(Boolean).join(' · '), path: pathOf(template, topic, number) };
}

function pathOf(template: string, topic: NoticeTopic, number: string | undefined): string {
  if (TO_HOUSEHOLDS.test(template)) return '/ban-hang/don-hang';
  if (topic === 'shop') return '/ban-hang';
  return topic === 'order-changes' && number ? `/don-hang/${number}` : '/tai-khoan';
}
