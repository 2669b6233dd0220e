/** How serious a message is; GLPI shows them in one group each. */
export type Level = 'info' | 'error' | 'warning';

/** The messages that a write raises; the client gets the last one (items-write W4.1). */
export class Messages {
  readonly #groups = new Map<Level, string[]>();

  add(level: Level, text: string): void {
    const group = this.#groups.get(level);
    if (group) group.push(text);
    else this.#groups.set(level, [text]);
  }

  info(text: string): void {
    this.add('info', text);
  }

  error(text: string): void {
    this.add('error', text);
  }

  /** The last text of the last group, in the order the groups came up, without tags; empty when there is none. */
  get last(): string {
    const group = [...this.#groups.values()].at(-1);
    return (group?.at(-1) ?? '').replace(/<[^>]*>/g, '');
  }
}
