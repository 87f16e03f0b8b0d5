/** A text field that suggests as one types, by the pattern of the ARIA practices: arrows choose, Enter takes, Escape closes. */

export interface ComboboxOptions<Item> {
  readonly suggest: (text: string) => Promise<readonly Item[]>;
  readonly labelOf: (item: Item) => string;
  readonly onChoose: (item: Item) => void;
  /** After each search, for a reader aloud. */
  readonly onSuggested: (count: number) => void;
}

export interface Combobox<Item> {
  /** The first of what was last suggested, or the one that the arrows stand on. */
  current(): Item | undefined;
  close(): void;
}

export function makeCombobox<Item>(
  input: HTMLInputElement,
  list: HTMLElement,
  { suggest, labelOf, onChoose, onSuggested }: ComboboxOptions<Item>,
): Combobox<Item> {
  let items: readonly Item[] = [];
  let active = -1;
  let asked = 0;

  const activate = (next: number) => {
    active = next;
    for (const [place, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(place === active));
    }
    const option = list.children[active];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const open = (isOpen: boolean) => {
    list.hidden = !isOpen || items.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (list.hidden) activate(-1);
  };
  const choose = (item: Item) => {
    input.value = labelOf(item);
    open(false);
    onChoose(item);
  };
  const show = (found: readonly Item[]) => {
    items = found;
    list.replaceChildren(...found.map((item, place) => optionOf(list, labelOf(item), place, () => choose(item))));
    activate(-1);
    open(document.activeElement === input);
    onSuggested(found.length);
  };
  const search = async () => {
    const mine = ++asked;
    const found = input.value.trim() === '' ? [] : await suggest(input.value);
    // What was typed since has its own answer on the way.
    if (mine === asked) show(found);
  };
  input.addEventListener('input', () => void search());
  input.addEventListener('blur', () => open(false));
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const item = items[active];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      open(true);
      activate((active + step + (active < 0 && step < 0 ? 1 : 0) + items.length) % items.length);
    } else if (event.key === 'Escape') open(false);
    else if (event.key === 'Enter' && item !== undefined && !list.hidden) {
      event.preventDefault();
      choose(item);
    }
  });
  return { current: () => items[Math.max(0, active)], close: () => open(false) };
}

function optionOf(list: HTMLElement, label: string, place: number, onTake: () => void): HTMLElement {
  const option = document.createElement('li');
  option.id = `${list.id}-${place}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.textContent = label;
  // Before the field loses its focus.
  option.addEventListener('mousedown', (event) => event.preventDefault());
  option.addEventListener('click', onTake);
  return option;
}
