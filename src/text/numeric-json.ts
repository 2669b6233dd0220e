/** What PHP takes for a number in a text. */
const numeric = /^[ \t\n\r\v\f]*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\r\v\f]*$/;
const integer = /^[ \t\n\r\v\f]*[+-]?\d+[ \t\n\r\v\f]*$/;

/**
 * JSON as PHP writes it when it is told to take numeric texts for numbers (`"12.5000"` → `12.5`, `"0.00"` → `0`):
 * what signatures are made of (items-read G10). Lists are arrays, and so are empty objects.
 */
export function numericJson(value: unknown): string {
  if (typeof value === 'string') return text(value, true);
  if (Array.isArray(value)) return `[${value.map(numericJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value);
  if (entries.every(([key], at) => key === String(at)))
    return `[${entries.map(([, each]) => numericJson(each)).join(',')}]`;
  return `{${entries.map(([key, each]) => `${text(key, false)}:${numericJson(each)}`).join(',')}}`;
}

function text(value: string, asNumber: boolean): string {
  if (asNumber && numeric.test(value)) {
    const number = Number(value);
    if (integer.test(value)) {
      const whole = BigInt(value.trim().replace(/^\+/, ''));
      if (whole === BigInt.asIntN(64, whole)) return String(whole);
    }
    if (Number.isFinite(number)) return float(number);
  }
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** The shortest text that reads as the same float; with an exponent from 1e17 on and below 1e-4. */
function float(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power < 17 && power >= -4) return Object.is(value, -0) ? '-0' : String(value);
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}
