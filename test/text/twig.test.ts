import { describe, expect, it } from 'vitest';
import { TwigLimitError, TwigSecurityError, TwigSyntaxError } from '../../src/text/twig/errors.ts';
import { parseTemplate } from '../../src/text/twig/parser.ts';
import { renderTwig } from '../../src/text/twig/render.ts';
import { TwigObject } from '../../src/text/twig/values.ts';

let asked = 0;
const values = {
  ticket: new TwigObject({
    id: 7,
    name: 'A & <B>',
    content: '<p>x</p>',
    date: '2026-03-02 09:05:00',
    people: [new TwigObject({ login: 'ann' }), new TwigObject({ login: 'bob' })],
    nobody: [],
    costly: () => {
      asked++;
      return Promise.resolve('gold');
    },
  }),
};
const render = (template: string): Promise<string> => renderTwig(template, values, { now: '2026-07-04 23:00:00' });

describe('templates in the words of Twig (itil 10.6)', () => {
  it.each([
    ['{{ ticket.name }}|{{ ticket.name|raw }}|{{ticket.name|e}}', 'A &amp; &lt;B&gt;|A & <B>|A &amp; &lt;B&gt;'],
    ['{{ ticket.content|raw }}{# a note #}', '<p>x</p>'],
    ["{{ '<b>' }}{{ ticket.id > 5 ? '<i>' : '<u>' }}", '<b><i>'],
    ['{{ ticket.name|raw|upper }}', 'A &amp; &lt;B&gt;'],
    ['{{ ticket.date|date("d/m/y H:i") }} {{ ticket.date|date }}', '02/03/26 09:05 March 2, 2026 09:05'],
    ['{{ "now"|date("D jS") }} {{ date()|date("Y") }}', 'Sat 4th 2026'],
    [
      '{% for one in ticket.people %}{{ loop.index }}{{ one.login }}{% if not loop.last %}, {% endif %}{% endfor %}',
      '1ann, 2bob',
    ],
    ['{% for key, one in {a: 1, b: 2} %}{{ key }}{{ one }}{% else %}none{% endfor %}', 'a1b2'],
    ['{% for one in ticket.nobody %}x{% else %}none{% endfor %}', 'none'],
    ['{% if ticket.nobody %}a{% elseif ticket.id == 7 and "B" in ticket.name %}b{% else %}c{% endif %}', 'b'],
    ['{{ ticket.people|length }} {{ "äb"|length }} {{ ticket.people[1].login|capitalize }}', '2 2 Bob'],
    ['{{ 1 + 2 * 3 }} {{ (1 + 2) * 3 }} {{ 7 // 2 }} {{ 2.5|round }} {{ "a" ~ 1 }}', '7 9 3 3 a1'],
    ['{{ nothing.at.all }}{{ nothing ?? "x" }}{{ ticket.none|default("y") }}{{ ticket.id ?: "z" }}', 'xy7'],
    [
      '{{ ticket.id is odd }}{{ ticket.none is defined ? "d" : "u" }}{{ ticket.nobody is empty }}{{ null is null }}',
      '1u11',
    ],
    ['{{ max(1, 3, 2) }}{{ min([4, 2]) }} {{ range(1, 7, 3)|join("-") }} {{ ("a".."c")|join }}', '32 1-4-7 abc'],
    ['a {{- " b " -}} c', 'a b c'],
    ['{% if true %}\nx\n{% endif %}\ny', 'x\ny'],
    ['{ {x} } }}', '{ {x} } }}'],
  ])('%s', async (template, expected) => {
    expect(await render(template)).toBe(expected);
  });

  it('asks for what a template names only, and once', async () => {
    await render('{{ ticket.id }}');
    expect(asked).toBe(0);
    expect(await render('{{ ticket.costly }}{{ ticket.costly }}')).toBe('goldgold');
    expect(asked).toBe(1);
  });

  it.each([
    '{{ ticket.name',
    '{% if %}{% endif %}',
    '{% if a %}',
    '{% nonsense %}',
    '{{ a|nonsense }}',
    '{{ nonsense() }}',
    '{{ a b }}',
    '{{ }}',
    '{% endfor %}',
  ])('is no template: %s', (template) => {
    expect(() => parseTemplate(template)).toThrow(TwigSyntaxError);
  });

  it.each([
    ['a\n{% set a = 1 %}', 'Tag "set" is not allowed in "template" at line 2.'],
    ["{{ include('x') }}", 'Function "include" is not allowed in "template" at line 1.'],
    ["{{ ['id']|map('system') }}", 'Filter "map" is not allowed in "template" at line 1.'],
  ])('is not for users: %s', (template, message) => {
    expect(() => parseTemplate(template)).toThrow(new TwigSecurityError(...forbidden(message)));
    expect(() => parseTemplate(template)).toThrow(message);
  });

  it.each([
    '{{ range(1, 1000000000) }}',
    '{{ range(1, 9 ** 999) }}',
    '{% for a in 1..1000 %}{% for b in 1..1000 %}{% endfor %}{% endfor %}',
    // Each join is a thousand times what it joins.
    "{{ (1..1000)|join((1..1000)|join((1..1000)|join('letters'))) }}",
    '{% for a in 1..1000 %}{{ (1..1000)|sort|length }}{% endfor %}',
    // Whatever stands before `??` is asked for twice.
    `{{ ${'('.repeat(40)}1${' ?? y)'.repeat(40)} }}`,
  ])('does too much: %s', async (template) => {
    const started = performance.now();
    await expect(render(template)).rejects.toThrow(TwigLimitError);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it.each([
    ['nested brackets', `{{ ${'('.repeat(5000)}1${')'.repeat(5000)} }}`],
    ['a long sum', `{{ 1${' + 1'.repeat(5000)} }}`],
    ['a long chain of filters', `{{ 'x'${'|e'.repeat(5000)} }}`],
    ['a long chain of properties', `{{ x${'.x'.repeat(5000)} }}`],
    ['nested tags', `${'{% if 1 %}'.repeat(100)}${'{% endif %}'.repeat(100)}`],
  ])('is too deep: %s', (_, template) => {
    expect(() => parseTemplate(template)).toThrow(TwigSyntaxError);
  });

  it('reads long texts quickly', async () => {
    const started = performance.now();
    const blanks = ' '.repeat(300_000);
    expect(await render(`a${blanks}b {{~ 1 }}`)).toBe(`a${blanks}b1`);
    expect(await render(`{{ '${'x'.repeat(2_000_000)}'|length }}`)).toBe('2000000');
    expect(await render(`{{ '${'1'.repeat(300_000)}x' == 1 ? 'same' : 'other' }}`)).toBe('other');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'knows nothing of the machine: %s',
    async (name) => {
      expect(
        await render(`{{ ticket.${name} }}{{ ${name} }}{{ ticket['${name}'] }}{{ {}.${name} }}{{ [].${name} }}`),
      ).toBe('');
      expect(await render(`{{ {${name}: 1}.${name} }}{{ ticket.${name} is defined ? 'd' : 'u' }}`)).toBe('1u');
      expect(() => parseTemplate(`{{ 1|${name} }}`)).toThrow(TwigSyntaxError);
      expect(() => parseTemplate(`{{ ${name}() }}`)).toThrow(TwigSyntaxError);
    },
  );
});

function forbidden(message: string): ['Tag' | 'Filter' | 'Function', string, number] {
  const [, kind, name, line] = /^(\w+) "(\w+)".* (\d+)\.$/.exec(message)!;
  return [kind as 'Tag', name!, Number(line)];
}
