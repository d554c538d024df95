/** What messages are about, as people choose among them. */
export const NOTICE_TOPICS = ['new-orders', 'order-changes', 'parcels', 'shop', 'account'] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

/** `text`: SMS or Zalo to the telephone. `push`: to devices that asked for it. */
export const NOTICE_CHANNELS = ['text', 'push'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** Topics whose texts may be switched off; the others are messages somebody must have: codes, what was cancelled or recalled, parcels. */
const OPTIONAL_TEXTS: readonly NoticeTopic[] = ['new-orders', 'shop'];

const NEW_ORDERS = ['orders.new-seller-order', 'orders.reminder'];

/** By the name of a message's template; one that nobody has sorted is about the account, so that it cannot be missed. */
export function topicOf(template: string): NoticeTopic {
  if (NEW_ORDERS.includes(template)) return 'new-orders';
  const lib = template.split('.')[0];
  if (lib === 'orders') return 'order-changes';
  if (lib === 'postal') return 'parcels';
  return lib === 'catalogue' || lib === 'labelling' ? 'shop' : 'account';
}

export function mayBeSwitchedOff(topic: NoticeTopic, channel: NoticeChannel): boolean {
  return channel === 'push' || OPTIONAL_TEXTS.includes(topic);
}
