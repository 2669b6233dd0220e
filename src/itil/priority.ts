import type { Settings } from '../settings/settings.ts';

/** The middle of urgencies and impacts, which stands for one that isn't offered. */
const MEDIUM = 3;

/** An urgency or impact as it is stored: the given one when the general setup offers it (itil 2.2). */
export function offeredLevel(settings: Settings, mask: 'urgency_mask' | 'impact_mask', value: unknown): number {
  const level = Number(value);
  const isOffered = Number.isInteger(level) && level > 0 && level < 31 && (settings.number(mask) & (1 << level)) !== 0;
  return isOffered ? level : MEDIUM;
}

/** The priority that the general setup's matrix gives; the rounded mean outside it (itil 2.2, 2.4). */
export function matrixPriority(settings: Settings, urgency: unknown, impact: unknown): number {
  const cell = matrixOf(settings)[String(urgency)]?.[String(impact)];
  return cell === undefined ? Math.round((Number(urgency) + Number(impact)) / 2) : Number(cell);
}

type Matrix = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

function matrixOf(settings: Settings): Matrix {
  try {
    const matrix: unknown = JSON.parse(settings.text('priority_matrix') ?? '{}');
    return typeof matrix === 'object' && matrix !== null ? (matrix as Matrix) : {};
  } catch {
    return {};
  }
}
