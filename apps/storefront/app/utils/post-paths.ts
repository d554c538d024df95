/** Rounds of an office, as its page asks for them. */
export function runsPath(officeId: string): string {
  return `/post/runs?office=${officeId}`;
}

/** Parcels of one state at an office, as lists of the post desk ask for them. */
export function parcelsPath(state: string, officeId: string, limit: number): string {
  return `/post/parcels?state=${state}&office=${officeId}&limit=${limit}`;
}
