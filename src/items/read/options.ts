import type { BlockName } from './with/blocks.ts';

/** What a request asks of the items it reads (items-read G1–G3, G9–G11). */
export interface ReadOptions {
  /** `get_hateoas` */
  readonly links: boolean;
  /** `expand_dropdowns` */
  readonly expand: boolean;
  /** `get_sha1`; lists don't know it. */
  readonly signature: boolean;
  /** The `with_*` parameters that are on. */
  readonly blocks: ReadonlySet<BlockName>;
  /** `add_keys_names`: columns whose items' friendly names are wanted, and `id`. */
  readonly keysNames: readonly string[];
  /** Texts are wanted as people typed them, not as they are stored. */
  readonly decoded: boolean;
}
