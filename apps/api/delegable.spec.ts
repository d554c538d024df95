import { delegablePolicies } from '@choxa/platform';
import './app.module.js';

describe('what a household can hand to a clerk', () => {
  it('is goods, labels and orders, and never money accounts, people, papers, keys or the handing over itself', () => {
    const policies = delegablePolicies();
    expect(policies).toEqual(expect.arrayContaining(['product.write', 'label.print', 'seller-order.write']));
    expect(policies.filter((name) => /payout|paper|household\.own|member|delegation|api-key|account|session/.test(name))).toEqual([]);
  });
});
