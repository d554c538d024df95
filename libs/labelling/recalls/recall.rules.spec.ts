import { stopsSale } from './recall.rules.js';

describe('the sale of a pack', () => {
  it('goes on while none of its lots is recalled, whether it has a lot or not', () => {
    expect([stopsSale([], true), stopsSale([], false)]).toEqual([false, false]);
  });

  it('goes on from another lot when one is recalled, and stops when nothing but recalled lots is left', () => {
    expect([stopsSale(['lot'], true), stopsSale(['lot'], false), stopsSale(['lot', 'lot'], false)]).toEqual([false, true, true]);
  });

  it('stops whatever lots there are when they cannot be told apart', () => {
    expect([stopsSale(['pack'], true), stopsSale(['lot', 'pack'], true), stopsSale(['pack'], false)]).toEqual([true, true, true]);
  });
});
