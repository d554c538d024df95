/** Numbers found in a bag that is being unpacked; they outlive a reload on this device until the report was sent. */
export function useKeptFinds(bagId: string) {
  const key = `choxa-bag-${bagId}`;
  const numbers = ref<string[]>([]);
  onMounted(() => {
    const kept = quietly(() => localStorage.getItem(key));
    if (kept) numbers.value = [...new Set([...numbers.value, ...(JSON.parse(kept) as string[])])];
  });
  function keep(changed: string[]): void {
    numbers.value = changed;
    quietly(() => localStorage.setItem(key, JSON.stringify(changed)));
  }
  return {
    numbers,
    add: (number: string) => keep([number, ...numbers.value.filter((one) => one !== number)]),
    drop: (number: string) => keep(numbers.value.filter((one) => one !== number)),
    forget: () => quietly(() => localStorage.removeItem(key)),
  };
}

/** A browser without storage still unpacks, only not over a reload. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
