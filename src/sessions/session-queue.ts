/** Whether a request only reads the session, or keeps it to itself until it has ended (sessions S7). */
export type SessionAccess = 'read' | 'write';

interface Waiting {
  readonly access: SessionAccess;
  readonly admit: () => void;
}

interface Queue {
  readers: number;
  writing: boolean;
  readonly waiting: Waiting[];
}

/** A turn that did not come in time. */
export class TurnTimeout extends Error {
  override name = 'TurnTimeout';
}

/**
 * The requests of this process that want the same session, in the order they came: any number of readers together, a
 * writer alone. Nobody overtakes: a reader that comes after a waiting writer waits for it.
 */
export class SessionQueue {
  readonly #queues = new Map<string, Queue>();

  /**
   * Waits for the turn.
   * @param patience milliseconds
   * @returns what to call, once, when the turn has ended
   * @throws TurnTimeout
   */
  enter(id: string, access: SessionAccess, patience: number): Promise<() => void> {
    let queue = this.#queues.get(id);
    if (!queue) {
      queue = { readers: 0, writing: false, waiting: [] };
      this.#queues.set(id, queue);
    }
    const own = queue;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        own.waiting.splice(own.waiting.indexOf(waiting), 1);
        this.#admit(id, own);
        reject(new TurnTimeout(`no turn on the session within ${patience} ms`));
      }, patience);
      const waiting: Waiting = {
        access,
        admit: () => {
          clearTimeout(timer);
          let ended = false;
          resolve(() => {
            if (ended) return;
            ended = true;
            if (access === 'read') own.readers--;
            else own.writing = false;
            this.#admit(id, own);
          });
        },
      };
      own.waiting.push(waiting);
      this.#admit(id, own);
    });
  }

  #admit(id: string, queue: Queue): void {
    for (let next = queue.waiting[0]; next && !queue.writing; next = queue.waiting[0]) {
      if (next.access === 'write') {
        if (queue.readers > 0) break;
        queue.writing = true;
      } else queue.readers++;
      queue.waiting.shift();
      next.admit();
    }
    if (queue.readers === 0 && !queue.writing && queue.waiting.length === 0) this.#queues.delete(id);
  }
}
