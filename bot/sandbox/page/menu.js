// The list above the text field: commands, inline results, chats to choose from.

import { element } from "/page/bubbles.js";

export class Menu {
  constructor(list, field) {
    this.list = list;
    this.field = field;
    this.items = [];
    this.chosen = -1;
  }

  get open() {
    return !this.list.hidden;
  }

  // Items are {title, note, picture, action, aside}; one without an action is only read, one
  // that stands aside is not the first to be chosen.
  show(items, label = "") {
    this.items = items;
    this.list.replaceChildren(...items.map((item, place) => this.#entry(item, place)));
    this.list.setAttribute("aria-label", label);
    this.list.hidden = !items.length;
    this.choose(items.findIndex((item) => item.action && !item.aside));
    this.list.scrollTop = 0;
  }

  hide() {
    this.show([]);
  }

  choose(place) {
    this.chosen = place;
    [...this.list.children].forEach((entry, index) =>
      entry.setAttribute("aria-selected", String(index === place)),
    );
    if (place >= 0) {
      this.field.setAttribute("aria-activedescendant", `menu-${place}`);
      this.list.children[place].scrollIntoView({ block: "nearest" });
    } else this.field.removeAttribute("aria-activedescendant");
  }

  // Whether the key was meant for the list.
  key(event) {
    if (!this.open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const count = this.items.length;
      let place = this.chosen;
      do place = (place + step + count) % count;
      while (!this.items[place].action && place !== this.chosen);
      this.choose(place);
    } else if (event.key === "Escape") this.hide();
    else if ((event.key === "Enter" || event.key === "Tab") && this.items[this.chosen]?.action)
      this.take(this.chosen);
    else return false;
    event.preventDefault();
    return true;
  }

  take(place) {
    const { action } = this.items[place];
    this.hide();
    action();
  }

  #entry(item, place) {
    const entry = element("li", item.action ? "" : "only-read");
    entry.id = `menu-${place}`;
    entry.setAttribute("role", "option");
    if (item.picture) {
      const image = element("img");
      image.src = item.picture;
      image.alt = "";
      entry.append(image);
    }
    const words = element("div", "", element("b", "", item.title));
    if (item.note) words.append(element("small", "", item.note));
    entry.append(words);
    if (item.action) {
      entry.addEventListener("mousemove", () => this.choose(place));
      entry.addEventListener("click", () => {
        this.take(place);
        this.field.focus();
      });
    }
    return entry;
  }
}
