/** What xev uses of a parsed page; linkedom's own types need the DOM library of a browser. */
export interface Dom {
  readonly nodeType: number
  /** Upper case for elements of HTML. */
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly textContent: string | null
  readonly firstChild: Dom | null
  readonly nextSibling: Dom | null
  readonly parentNode: Dom | null
}

export interface DomElement extends Dom {
  append(node: Dom): void
  getAttribute(name: string): string | null
  getAttributeNames(): Iterable<string>
  hasAttribute(name: string): boolean
  setAttribute(name: string, value: string): void
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null
  /** Made where there is none. */
  readonly head: DomElement
  /** Made where none follows the head. */
  readonly body: DomElement
}

export const ELEMENT = 1
export const TEXT = 3
export const CDATA = 4

/** Walks the nodes below `root` in their order, without recursion. `leave` is called behind the last child of each element. */
export function walk(root: Dom, enter: (node: Dom) => 'down' | 'over', leave: (node: Dom) => void = () => {}): void {
  let node: Dom | null = root.firstChild
  let above: Dom = root
  while (node !== null || above !== root) {
    if (node === null) {
      leave(above)
      node = above.nextSibling
      above = above.parentNode as Dom
    } else if (enter(node) === 'down' && node.nodeType === ELEMENT) {
      above = node
      node = node.firstChild
    } else node = node.nextSibling
  }
}
