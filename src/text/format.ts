/**
 * Fills the places of a translated text: `%s` and `%d` in order, `%1$s` by number, `%%` for a percent sign.
 */
export function format(template: string, ...values: readonly (string | number)[]): string {
  let next = 0;
  return template.replace(/%(?:(\d+)\$)?([sd%])/g, (place, number: string | undefined, kind: string) => {
    if (kind === '%') return '%';
    const value = values[number === undefined ? next++ : Number(number) - 1];
    return value === undefined ? place : String(value);
  });
}
