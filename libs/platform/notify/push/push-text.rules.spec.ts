import { mayBeSwitchedOff, topicOf } from '../notice-topics.js';
import { pushText } from './push-text.rules.js';

describe('what a push says', () => {
  it('is the number of the order and what the household receives, without a person', () => {
    const text = 'Chợ Xã: đơn mới CX7K3M9QPA của Trần Văn Bình, 12 Lê Lợi, bạn nhận 185.000\u00a0₫. Bấm "Có hàng" để xác nhận.';
    expect(pushText('orders.new-seller-order', text)).toEqual({
      title: 'Chợ Xã: đơn hàng chờ bạn / An order waits for you',
      body: 'CX7K3M9QPA · 185.000\u00a0₫',
      path: '/ban-hang/don-hang',
    });
  });

  it('leads a buyer to the order, and never carries a code', () => {
    expect(pushText('orders.reduced', 'Chợ Xã: đơn CX7K3M9QPA, Hộ Mơ không đủ hàng').path).toBe('/don-hang/CX7K3M9QPA');
    expect(pushText('postal.parcel-registered', 'Mã nhận hàng 123456, thu hộ 20.000 ₫').body).toBe('');
    expect(pushText('identity.code', 'Mã của bạn: 123456').body).toBe('');
  });
});

describe('topics of messages', () => {
  it.each([
    ['orders.new-seller-order', 'new-orders'],
    ['orders.cancelled', 'order-changes'],
    ['postal.parcel-registered', 'parcels'],
    ['catalogue.question', 'shop'],
    ['identity.code', 'account'],
    ['somebody.else', 'account'],
  ])('%s is about %s', (template, topic) => {
    expect(topicOf(template)).toBe(topic);
  });

  it('let texts be switched off only where nobody must have them, pushes always', () => {
    expect(['new-orders', 'shop'].every((topic) => mayBeSwitchedOff(topic as 'shop', 'text'))).toBe(true);
    expect(['order-changes', 'parcels', 'account'].some((topic) => mayBeSwitchedOff(topic as 'account', 'text'))).toBe(false);
    expect(mayBeSwitchedOff('account', 'push')).toBe(true);
  });
});
