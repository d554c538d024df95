import { Turns } from './turns.js';

it('lets two works run at a time, eight wait, and refuses the eleventh', async () => {
  const turns = new Turns(2, 8);
  let inside = 0;
  let most = 0;
  const finish: (() => void)[] = [];
  const work = () =>
    turns.pass(async () => {
      most = Math.max(most, (inside += 1));
      await new Promise<void>((resolve) => finish.push(resolve));
      inside -= 1;
    });
  const ten = Array.from({ length: 10 }, work);
  await expect(work()).rejects.toMatchObject({ code: 'service.busy', kind: { status: 503 }, options: { retryAfterSeconds: 10 } });
  for (let done = 0; done < 10; done += 1) {
    finish.shift()!();
    await ten[done];
  }
  expect([most, inside]).toEqual([2, 0]);
  await expect(turns.pass(async () => 'again')).resolves.toBe('again');
});

it('lets the next one in when a work fails', async () => {
  const turns = new Turns(2, 8);
  const failing = Array.from({ length: 3 }, () => turns.pass(() => Promise.reject(new Error('no'))).catch(() => 'failed'));
  await expect(Promise.all(failing)).resolves.toEqual(['failed', 'failed', 'failed']);
  await expect(turns.pass(async () => 'done')).resolves.toBe('done');
});
