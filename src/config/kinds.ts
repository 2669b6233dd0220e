/** A kind of setting: how its text is read, and how the page of settings calls it. */
export interface Kind<T> {
  label: string;
  /** Reads a non-empty text; throws an Error whose message completes "PORT must be …". */
  read(text: string): T;
}

function kind<T>(label: string, read: (text: string) => T | undefined): Kind<T> {
  return {
    label,
    read(value) {
      const result = read(value);
      if (result === undefined) throw new Error(label);
      return result;
    },
  };
}

/** Any text. */
export const text: Kind<string> = kind('a text', (value) => value);

/** A path in the file system, relative ones from the current folder. */
export const path: Kind<string> = kind('a path', (value) => value);

/** A whole number between two bounds, both allowed. `unit` only serves the label. */
export function integer(min: number, max: number, unit = ''): Kind<number> {
  const label = `a whole number${unit && ` of ${unit}`} from ${min} to ${max}`;
  return kind(label, (value) => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    return number >= min && number <= max ? number : undefined;
  });
}

/** A size in bytes; `K`, `M` and `G` (powers of 1024) may follow the number. */
export function bytes(min: number, max: number): Kind<number> {
  return kind('a number of bytes (K, M or G may follow), such as 20M', (value) => {
    const match = /^(\d{1,12})([KMG]?)$/i.exec(value);
    if (!match) return undefined;
    const size = Number(match[1]) * 1024 ** ['', 'K', 'M', 'G'].indexOf(match[2]!.toUpperCase());
    return size >= min && size <= max ? size : undefined;
  });
}

/** `true`/`false`, `1`/`0`, `yes`/`no`, `on`/`off`. */
export const flag: Kind<boolean> = kind('true or false', (value) => {
  if (/^(true|1|yes|on)$/i.test(value)) return true;
  return /^(false|0|no|off)$/i.test(value) ? false : undefined;
});

/** One of a few words. */
export function choice<const T extends string>(...words: T[]): Kind<T> {
  return kind(`one of ${words.join(', ')}`, (value) => words.find((word) => word === value.toLowerCase()));
}

/** Words between commas; blanks around them don't count. */
export const list: Kind<string[]> = kind('a list, separated by commas', (value) =>
  value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== ''),
);

/** A URL of one of the given schemes (without the colon). */
export function url(...schemes: string[]): Kind<string> {
  return kind(`a URL such as ${schemes[0]}://…`, (value) =>
    schemes.some((scheme) => value.startsWith(`${scheme}:`)) && URL.canParse(value) ? value : undefined,
  );
}
