import type { LabelLevel } from '~/types/api';

/** How each of the four levels looks; "tự khai" must never look like "đã kiểm tra" (experience.md). Words: `label.level.*`. */
export const LABEL_LEVELS: Record<LabelLevel, { tone: 'good' | 'busy' | 'wait' | 'neutral'; icon: string }> = {
  none: { tone: 'neutral', icon: 'lucide:circle-dashed' },
  declared: { tone: 'wait', icon: 'lucide:pencil' },
  format_valid: { tone: 'busy', icon: 'lucide:spell-check' },
  checked: { tone: 'good', icon: 'lucide:badge-check' },
};
