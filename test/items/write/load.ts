/** Writers who do what a helpdesk does, until the server is gone. */
export class WriteLoad {
  readonly #url: string;
  #headers: Record<string, string> = {};

  constructor(url: string) {
    this.#url = url;
  }

  async logIn(): Promise<void> {
    const authorization = `Basic ${Buffer.from('glpi:glpi').toString('base64')}`;
    const answer = await fetch(`${this.#url}/initSession`, { headers: { authorization } });
    const { session_token } = (await answer.json()) as { session_token: string };
    this.#headers = { 'session-token': session_token };
  }

  async #send(method: string, path: string, input?: object): Promise<{ id: number }> {
    const answer = await fetch(`${this.#url}/${path}`, {
      method,
      headers: { ...this.#headers, 'content-type': 'application/json' },
      ...(input && { body: JSON.stringify({ input }) }),
    });
    return (await answer.json()) as { id: number };
  }

  /** Adds a document by its file; every other one has a content that others have too. */
  async #upload(name: string, itemtype: string, id: number): Promise<{ id: number }> {
    const form = new FormData();
    form.set('uploadManifest', JSON.stringify({ input: { name, itemtype, items_id: id } }));
    form.set('file[0]', new Blob([/[02468]$/.test(name) ? 'common' : name.repeat(2000)]), 'killed.txt');
    const answer = await fetch(`${this.#url}/Document`, { method: 'POST', headers: this.#headers, body: form });
    return (await answer.json()) as { id: number };
  }

  /** Whole lives of computers and their documents, some of which end again. */
  async assets(word: string): Promise<never> {
    for (let n = 0; ; n++) {
      const { id } = await this.#send('POST', 'Computer', { name: `killed ${word} ${n}` });
      const computer = { itemtype: 'Computer', items_id: id };
      await this.#send('POST', 'Infocom', { ...computer, value: 10 });
      await this.#send('POST', 'Item_Disk', { ...computer, name: 'c' });
      await this.#send('POST', 'NetworkPort', {
        ...computer,
        name: 'p',
        instantiation_type: 'NetworkPortEthernet',
        _create_children: true,
        NetworkName_name: `n${n}`,
        NetworkName__ipaddresses: { '-1': '10.0.0.1' },
      });
      const document = await this.#upload(`${word} ${n}`, 'Computer', id);
      if (n % 2 === 0) await this.#send('DELETE', `Computer/${id}?force_purge=1`);
      if (n % 3 === 0) await this.#send('DELETE', `Document/${document.id}?force_purge=1`);
    }
  }

  /** Tickets with actors, followups and an end. */
  async tickets(word: string): Promise<never> {
    for (let n = 0; ; n++) {
      const actors = { _users_id_requester: 4, _users_id_assign: 2 };
      const { id } = await this.#send('POST', 'Ticket', { name: `killed ${word} ${n}`, content: 'c', ...actors });
      await this.#send('POST', 'ITILFollowup', { itemtype: 'Ticket', items_id: id, content: 'f' });
      await this.#send('POST', 'ITILSolution', { itemtype: 'Ticket', items_id: id, content: 's' });
      if (n % 2 === 0) await this.#send('DELETE', `Ticket/${id}?force_purge=1`);
    }
  }
}
