import type { Problem } from '../types/api';

/** Whether what a page asks for is not there; an address with an id that cannot be one leads to nothing either. */
export function isMissing({ status, code }: Pick<Problem, 'status' | 'code'>): boolean {
  return status === 404 || status === 410 || code === 'request.malformed';
}

/** Refusals of the API that are the page's own: the address, or who asks, is wrong, and asking again changes nothing. */
const OWN: readonly number[] = [400, 401, 403, 404, 409, 410, 422, 429];

/** HTTP status of a page whose answer from the API was a problem: 502 where the API failed. */
export function pageStatus(problem: Pick<Problem, 'status' | 'code'>): number {
  if (isMissing(problem)) return problem.status === 410 ? 410 : 404;
  return OWN.includes(problem.status) ? problem.status : 502;
}
