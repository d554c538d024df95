import { ExportGate } from './export-gate.js';

it('asks whoever comes while two files are made and eight wait to come again', async () => {
  const gate = new ExportGate();
  const { promise: end, resolve } = Promise.withResolvers<void>();
  const ten = Array.from({ length: 10 }, () => gate.pass(() => end));
  await expect(gate.pass(() => end)).rejects.toMatchObject({ code: 'export.busy', kind: { status: 503 } });
  resolve();
  await Promise.all(ten);
});
