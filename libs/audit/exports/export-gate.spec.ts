import { ExportGate } from './export-gate.js';

it('lets two files be made at a time, eight wait, and refuses the eleventh', async () => {
  const gate = new ExportGate();
  let inside = 0;
  let most = 0;
  const finish: (() => void)[] = [];
  const make = () =>
    gate.pass(async () => {
      most = Math.max(most, (inside += 1));
      await new Promise<void>((resolve) => finish.push(resolve));
      inside -= 1;
    });
  const ten = Array.from({ length: 10 }, make);
  await expect(make()).rejects.toMatchObject({ code: 'export.busy' });
  for (let made = 0; made < 10; made += 1) {
    finish.shift()!();
    await ten[made];
  }
  expect([most, inside]).toEqual([2, 0]);
  await expect(gate.pass(async () => 'again')).resolves.toBe('again');
});

it('lets the next one in when a file fails', async () => {
  const gate = new ExportGate();
  const failing = Array.from({ length: 3 }, () => gate.pass(() => Promise.reject(new Error('no'))).catch(() => 'failed'));
  await expect(Promise.all(failing)).resolves.toEqual(['failed', 'failed', 'failed']);
  await expect(gate.pass(async () => 'made')).resolves.toBe('made');
});
