import type { Obstacle } from '@choxa/platform';
import { formatDay } from '@choxa/standards';

/** Accepted and waiting for its day; held back by something unfinished; carried out; taken back by the person. */
export const DELETION_STATES = ['accepted', 'held', 'done', 'withdrawn'] as const;
export type DeletionState = (typeof DELETION_STATES)[number];

export const DELETION_PERIODS = ['deletion-answer', 'deletion-execution', 'deletion-reflection'] as const;
export type DeletionPeriod = (typeof DELETION_PERIODS)[number];

/** The answer to a request, for the telephone. Days are `YYYY-MM-DD`. */
export function answerText({ obstacles, notBefore, dueOn }: { obstacles: readonly Obstacle[]; notBefore: string; dueOn: string }): string {
  if (!obstacles.length)
    return (
      `Chợ Xã sẽ xóa dữ liệu của bạn từ ${formatDay(notBefore)}, chậm nhất ${formatDay(dueOn)}. Đổi ý: vào "Dữ liệu của tôi" để rút lại. ` +
      `/ Your data will be deleted from ${formatDay(notBefore)} on.`
    );
  return (
    `Chợ Xã đã nhận yêu cầu xóa dữ liệu, nhưng còn vướng ${obstacles.length} việc chưa xong; xem ở "Dữ liệu của tôi". Hết vướng sẽ tự xóa. ` +
    `/ Your deletion waits for ${obstacles.length} unfinished matter(s).`
  );
}
