/**
 * The results of work that is sent together in one transaction. All of it is waited for, also when a part fails: what the others still send
 * afterwards would come behind the rollback, outside of any transaction. @throws what the first part that failed threw
 */
export async function together<Work extends readonly Promise<unknown>[]>(
  ...work: Work
): Promise<{ -readonly [Part in keyof Work]: Awaited<Work[Part]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
