import type { Writing } from '../../items/write/writing.ts';
import { decodeStored } from '../../text/stored-text.ts';
import type { Behaviour } from '../behaviour.ts';

/** A column that holds the address of a page on a web server; others are refused with `message`. */
export const webAddress = (column: string, message: string): Behaviour => {
  const passes = (w: Writing, url: unknown): boolean => {
    if (url === undefined || isWebAddress(decodeStored(String(url ?? '')))) return true;
    w.messages.error(w.ctx.translate(message));
    return false;
  };
  return {
    prepareAdd: (w, _itemtype, input) => passes(w, input[column]),
    prepareUpdate: (w, _itemtype, _row, input) => passes(w, input[column]),
  };
};

const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s`!(){};'",<>]+$/i.test(url);
