/** Why a webhook is refused. */
export const WEBHOOK_PROBLEMS = {
  'webhook.address': {
    status: 422,
    vi: 'Không gọi được địa chỉ này: phải là https trên internet công cộng.',
    en: 'This address cannot be called: it must be https on the public internet.',
  },
  'webhook.too-many': { status: 409, vi: 'Đã có đủ 10 webhook. Xin xóa bớt.', en: 'There are ten webhooks already. Please remove one.' },
};
