import type { Client, Input } from './clients.ts';

/** An item as a client asked for it. */
export interface BuiltItem {
  readonly itemtype: string;
  readonly id: number;
  readonly input: Input;
}

/** The company's site while it is built: items are found again by type and name. */
export class Site {
  readonly built: BuiltItem[] = [];
  private readonly ids = new Map<string, number>();
  private readonly trashed = new Set<string>();
  private client: Client | undefined;

  /** The program that makes the calls from now on. */
  use(client: Client): void {
    this.client = client;
  }

  /** Adds one item; its name (designation) is remembered. */
  async add(itemtype: string, input: Input): Promise<number> {
    const [id] = await this.addAll(itemtype, [input]);
    return id!;
  }

  async addAll(itemtype: string, inputs: readonly Input[]): Promise<number[]> {
    const ids = await this.client!.add(itemtype, inputs);
    for (const [index, id] of ids.entries()) this.remember(itemtype, id, inputs[index]!);
    return ids;
  }

  /** Plain items that are no more than a name. */
  async addNames(itemtype: string, ...names: string[]): Promise<void> {
    await this.addAll(
      itemtype,
      names.map((name) => ({ name })),
    );
  }

  /** Notes an item that was added in another way. */
  remember(itemtype: string, id: number, input: Input): void {
    const name = input.name ?? input.designation;
    if (typeof name === 'string') this.ids.set(`${itemtype} ${name}`, id);
    this.built.push({ itemtype, id, input });
  }

  async change(itemtype: string, id: number, input: Input): Promise<void> {
    await this.client!.change(itemtype, id, input);
    const index = this.built.findLastIndex((item) => item.itemtype === itemtype && item.id === id);
    if (index >= 0) this.built[index] = { itemtype, id, input: { ...this.built[index]!.input, ...input } };
  }

  async trash(itemtype: string, id: number): Promise<void> {
    await this.client!.remove(itemtype, id);
    this.trashed.add(`${itemtype} ${id}`);
  }

  isTrashed(itemtype: string, id: number): boolean {
    return this.trashed.has(`${itemtype} ${id}`);
  }

  async purge(itemtype: string, id: number): Promise<void> {
    await this.client!.remove(itemtype, id, true);
    const index = this.built.findIndex((item) => item.itemtype === itemtype && item.id === id);
    if (index >= 0) this.built.splice(index, 1);
  }

  /** @throws where no item of that type and name was added */
  id(itemtype: string, name: string): number {
    const id = this.ids.get(`${itemtype} ${name}`);
    if (id === undefined) throw new Error(`No ${itemtype} is called ${name}`);
    return id;
  }

  /** An item as polymorphic links name it. */
  item(itemtype: string, name: string): { itemtype: string; items_id: number } {
    return { itemtype, items_id: this.id(itemtype, name) };
  }
}
