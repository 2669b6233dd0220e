/** What Twig knows and templates of users may not use, and its tests. */

/** Twig's tags that only programs may use. */
export const forbiddenTags = new Set(
  'apply autoescape block cache deprecated do embed extends flush from import include macro sandbox set types use verbatim with'.split(
    ' ',
  ),
);

/** Twig's filters that call code, read files or hide what they do. */
export const forbiddenFilters = new Set(
  'batch column convert_encoding data_uri date_modify filter find format json_encode keys map merge number_format reduce replace slice spaceless split url_encode'.split(
    ' ',
  ),
);

export const forbiddenFunctions = new Set(
  'attribute block constant cycle dump enum html_classes include parent source template_from_string'.split(' '),
);

/** Tests by name, with whether they take a value. */
export const tests: ReadonlyMap<string, boolean> = new Map([
  ['defined', false],
  ['empty', false],
  ['even', false],
  ['odd', false],
  ['iterable', false],
  ['null', false],
  ['none', false],
  ['same as', true],
  ['divisible by', true],
]);
