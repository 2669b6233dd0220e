/** What a template consists of once it is read. */

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'output'; readonly value: Expression }
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly otherwise: readonly Node[] }
  | {
      readonly kind: 'for';
      readonly key: string | undefined;
      readonly name: string;
      readonly list: Expression;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    };

export interface Branch {
  readonly condition: Expression;
  readonly body: readonly Node[];
}

export type Expression =
  | { readonly kind: 'constant'; readonly value: null | boolean | number | string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [key: Expression, value: Expression])[] }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly key: Expression }
  | { readonly kind: 'filter'; readonly name: string; readonly of: Expression; readonly args: readonly Expression[] }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'test'; readonly name: string; readonly of: Expression; readonly args: readonly Expression[] }
  | { readonly kind: 'unary'; readonly operator: string; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'choice';
      readonly condition: Expression;
      readonly yes: Expression;
      readonly otherwise: Expression;
    };
