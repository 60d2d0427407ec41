// The log of the chat that is open.

import { bubble, element } from "/page/bubbles.js";
import { day, say } from "/page/texts.js";

const NEAR = 120; // pixels from the end, within which the log follows

export class Log {
  constructor(scroller, list, down) {
    this.scroller = scroller;
    this.list = list;
    this.down = down;
    this.scroller.addEventListener("scroll", () => this.#scrolled());
    this.down.addEventListener("click", () => this.toEnd("smooth"));
    // On a phone a tap unfolds what can be done with a message, below it.
    this.list.addEventListener("focusin", () => this.follows && this.toEnd("smooth"));
    // Pictures and the keyboard of a phone change how much fits.
    new ResizeObserver(() => this.follows && this.toEnd()).observe(this.scroller);
    this.follows = true;
    this.before = 0;
  }

  open(messages, circumstances, act) {
    this.circumstances = circumstances;
    this.act = act;
    this.lastDay = "";
    this.typing = element("li", "theirs typing", element("div", "bubble", ...dots()));
    this.scroller.setAttribute("aria-busy", "true");
    this.list.replaceChildren();
    for (const message of messages) this.#append(message);
    this.scroller.removeAttribute("aria-busy");
    this.toEnd();
  }

  add(message) {
    const mine = message.from?.id === this.circumstances.me;
    const follows = this.follows || mine;
    if (!mine) this.typing.remove();
    const item = this.#append(message);
    item.classList.add("fresh");
    item.querySelector("img")?.addEventListener("load", () => follows && this.toEnd());
    if (follows) this.toEnd("smooth");
  }

  change(message) {
    const old = this.item(message.message_id);
    if (!old) return;
    const { follows } = this;
    const focused = [...old.querySelectorAll("button")].indexOf(document.activeElement);
    const item = bubble(message, this.circumstances, this.act);
    old.replaceWith(item);
    if (focused >= 0) (item.querySelectorAll("button")[focused] ?? this.scroller).focus();
    if (follows) this.toEnd();
  }

  remove(id) {
    this.item(id)?.remove();
  }

  item(id) {
    return this.list.querySelector(`[data-id="${id}"]`);
  }

  show(id) {
    const item = this.item(id);
    if (!item) return;
    item.scrollIntoView({ block: "center", behavior: "smooth" });
    item.classList.remove("shown");
    requestAnimationFrame(() => item.classList.add("shown"));
  }

  showTyping() {
    const { follows } = this;
    this.list.append(this.typing);
    if (follows) this.toEnd();
  }

  hideTyping() {
    this.typing.remove();
  }

  toEnd(behavior = "instant") {
    this.follows = this.down.hidden = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior });
  }

  #append(message) {
    const today = day(message.date);
    if (today !== this.lastDay) {
      this.lastDay = today;
      this.list.append(element("li", "event", element("span", "", today)));
    }
    const item = bubble(message, this.circumstances, this.act);
    if (this.typing.isConnected) this.typing.before(item);
    else this.list.append(item);
    return item;
  }

  #isNear() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  // Follows until somebody scrolls up; on the way down it may still be far from the end.
  #scrolled() {
    const { scrollTop } = this.scroller;
    if (this.#isNear()) this.follows = true;
    else if (scrollTop < this.before) this.follows = false;
    this.before = scrollTop;
    this.down.hidden = this.follows;
  }
}

const dots = () => [element("span", "hidden", say("typing")), ...[1, 2, 3].map(() => element("i"))];
