import { describe, expect, it } from 'vitest';
import { type Pen, renderTemplate, wholeAddresses } from '../../src/notifications/template.ts';

const pen: Pen = { write: (value) => value, word: (text) => (text === 'Yes' ? 'Oui' : text) };
const data = {
  tags: {
    'ticket.id': '0000007',
    'ticket.title': 'Printer',
    'ticket.storestatus': '5',
    'ticket.category': '',
    'ticket.private': 'Oui',
    zero: '0',
    cost: '0.00',
    'ticket.place': 'House &#62; Room #9',
  },
  lists: {
    tasks: [{ 'task.name': 't' }],
    followups: [
      { 'followup.author': 'Ann', 'followup.text': 'third' },
      { 'followup.text': 'second' },
      { 'followup.author': 'Bob', 'followup.text': 'first', 'ticket.title': 'own' },
    ],
  },
};
const render = (template: string): string => renderTemplate(template, data, pen);

describe('tags (notifications 5.1)', () => {
  it.each([
    ['##ticket.id## ##ticket.title##', '0000007 Printer'],
    ['##ticket.id####ticket.title##', '0000007Printer'],
    ['##no.such.tag##', '##no.such.tag##'],
    ['##no.such##ticket.id##', '##no.such0000007'],
    ['##ticket.id and ##ticket.id##', '##ticket.id and 0000007'],
    ['a ## b ##', 'a ## b ##'],
  ])('%s', (template, text) => expect(render(template)).toBe(text));

  it('are not looked for in values', () => {
    const tags = { a: '##b##', b: 'x' };
    expect(renderTemplate('##a##', { tags, lists: {} }, pen)).toBe('##b##');
  });

  it('are written as the text wants it', () => {
    const write = (value: string): string => `<${value}>`;
    expect(renderTemplate('##ticket.id##', data, { ...pen, write })).toBe('<0000007>');
  });
});

describe('conditions', () => {
  it.each([
    ['##IFticket.title##yes##ENDIFticket.title####ELSEticket.title##no##ENDELSEticket.title##', 'yes'],
    ['##IFticket.category##yes##ENDIFticket.category####ELSEticket.category##no##ENDELSEticket.category##', 'no'],
    ['##IFzero##yes##ENDIFzero####ELSEzero##no##ENDELSEzero##', 'no'],
    ['##IFunknown##yes##ENDIFunknown##', ''],
    ['##IFticket.storestatus=5##done##ENDIFticket.storestatus##', 'done'],
    ['##IFticket.storestatus=6##done##ENDIFticket.storestatus##', ''],
    ['##IFticket.private=Yes##secret##ENDIFticket.private##', 'secret'],
    ['##IFcost##yes##ENDIFcost####ELSEcost##no##ENDELSEcost##', 'no'],
    ['##IFticket.storestatus=05##done##ENDIFticket.storestatus##', 'done'],
    ['##IFticket.place=House > Room #9##here##ENDIFticket.place##', 'here'],
    ['##ifticket.title##\n##ticket.title##\n##endifticket.title##', '\nPrinter\n'],
  ])('%s', (template, text) => expect(render(template)).toBe(text));

  it('each take one IF block and one ELSE block of their tag', () => {
    const template =
      '##IFticket.storestatus=5##five##ENDIFticket.storestatus####ELSEticket.storestatus##other##ENDELSEticket.storestatus##' +
      '##IFticket.storestatus=6##six##ENDIFticket.storestatus##';
    expect(render(template)).toBe('five');
  });

  it('may hold others', () => {
    expect(render('##IFticket.title##[##IFticket.id##x##ENDIFticket.id##]##ENDIFticket.title##')).toBe('[x]');
  });
});

describe('loops', () => {
  it.each([
    ['##FOREACHfollowups##(##followup.text##)##ENDFOREACHfollowups##', '(third)(second)(first)'],
    ['##FOREACH LAST 2 followups##(##followup.text##)##ENDFOREACHfollowups##', '(third)(second)'],
    ['##FOREACH FIRST 2 followups##(##followup.text##)##ENDFOREACHfollowups##', '(first)(second)'],
    ['##FOREACH LAST followups##(##followup.text##)##ENDFOREACHfollowups##', '(third)'],
    ['##FOREACHnothing##x##ENDFOREACHnothing##', ''],
    ['##FOREACHfollowups##\n##ENDFOREACHfollowups##', '\n\n\n'],
  ])('%s', (template, text) => expect(render(template)).toBe(text));

  it('keep what an element does not say, and put its own values over those outside', () => {
    const template =
      '##FOREACHfollowups####followup.author##/##ticket.title## ##ENDFOREACHfollowups## ##ticket.title##';
    expect(render(template)).toBe('Ann/Printer Ann/Printer Bob/own  Printer');
  });

  it('decide for each element', () => {
    const template = '##FOREACHfollowups####IFfollowup.text=second##*##ENDIFfollowup.text##.##ENDFOREACHfollowups##';
    expect(render(template)).toBe('.*..');
  });

  it('may hold others', () => {
    const inner = '##FOREACHtasks##(##task.name##)##ENDFOREACHtasks##';
    expect(render(`##FOREACH LAST 2 followups##[${inner}]##ENDFOREACHfollowups##`)).toBe('[(t)][(t)]');
  });

  it('may be used several times', () => {
    const template =
      '##FOREACH LAST 1 followups##a##ENDFOREACHfollowups## ##FOREACHfollowups##b##ENDFOREACHfollowups##';
    expect(render(template)).toBe('a bbb');
  });
});

it("puts the site's address before its own paths", () => {
  expect(wholeAddresses('<a href="/front/x">', 'https://desk.example')).toBe('<a href="https://desk.example/front/x">');
  expect(wholeAddresses('<a href="//elsewhere/x">', 'https://desk.example')).toBe('<a href="//elsewhere/x">');
});
