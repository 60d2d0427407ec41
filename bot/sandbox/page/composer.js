// The text field: writing, answering, editing, commands, inline mode, files.

import { Menu } from "/page/menu.js";
import { control, post } from "/page/control.js";
import { say } from "/page/texts.js";

const PAUSE = 250; // milliseconds of silence before an inline query is sent
const PATIENCE = 10; // seconds

const find = (id) => document.getElementById(id);

export class Composer {
  // `room` is the page: its chat, bot and me, and what it does for the composer.
  constructor(room) {
    this.room = room;
    this.field = find("text");
    this.menu = new Menu(find("menu"), this.field);
    this.replying = null;
    this.editing = null;
    this.asked = 0;
    find("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.field.addEventListener("input", () => this.#typed());
    this.field.addEventListener("keydown", (event) => this.#key(event));
    find("commands").addEventListener("click", () => this.#toggleCommands());
    find("about-close").addEventListener("click", () => this.clear());
    find("file").addEventListener("change", (event) => this.#attach(event.target));
  }

  // To another chat, or with a text to begin with.
  begin(text = "") {
    this.clear();
    this.fill(text);
  }

  fill(text) {
    this.field.value = text;
    this.field.focus();
    this.field.setSelectionRange(text.length, text.length);
    this.#typed();
  }

  reply(message) {
    const name = message.from?.first_name ?? message.chat.title;
    this.#about(say("replying", { name }), message);
    this.replying = message;
  }

  edit(message) {
    this.#about(say("editing"), message);
    this.editing = message;
    this.fill(message.text);
  }

  clear() {
    if (this.editing) this.field.value = "";
    this.replying = this.editing = null;
    this.asked += 1; // an inline query that is under way comes too late
    find("about").hidden = true;
    this.menu.hide();
    this.#grow();
  }

  async send(text = this.field.value) {
    if (!text.trim()) return;
    const { chat, me } = this.room;
    const { replying, editing } = this;
    this.field.value = "";
    this.clear();
    const sent = await this.room.trying(async () => {
      if (editing)
        await post(`/chats/${chat.id}/messages/${editing.message_id}/edit`, { text });
      else
        await post(`/chats/${chat.id}/messages`, {
          user: me.id,
          text,
          reply_to: replying?.message_id,
        });
    });
    if (sent === null && !this.field.value) this.fill(text); // what was refused is not lost
  }

  #about(what, message) {
    this.clear();
    find("about-what").textContent = what;
    find("about-text").textContent = message.text ?? message.caption ?? "";
    find("about").hidden = false;
    this.field.focus();
  }

  #typed() {
    this.#grow();
    this.asked += 1;
    const text = this.field.value;
    const inline = /^@(\w+)\s([^]*)$/.exec(text);
    if (inline?.[1].toLowerCase() === this.room.bot.username.toLowerCase() && !this.editing)
      return this.#askInline(inline[2], this.asked);
    if (/^\/\w*$/.test(text) && !this.editing) return this.#showCommands(text.slice(1));
    this.menu.hide();
  }

  #key(event) {
    if (event.isComposing || this.menu.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape") this.clear();
    else if (event.key === "ArrowUp" && !this.field.value) {
      const last = this.room.lastOwn();
      if (!last) return;
      event.preventDefault();
      this.edit(last);
    }
  }

  #grow() {
    this.field.style.height = "auto";
    const height = this.field.scrollHeight; // nothing while it cannot be seen
    if (height) this.field.style.height = `${height}px`;
    find("send").disabled = !this.field.value.trim();
  }

  #toggleCommands() {
    if (this.menu.open) return this.menu.hide();
    this.field.focus();
    this.#showCommands("");
  }

  #showCommands(begun) {
    const { chat, bot } = this.room;
    const at = chat.type === "private" ? "" : `@${bot.username}`;
    const fitting = chat.commands.filter(({ command }) => command.startsWith(begun));
    const items = fitting.map(({ command, description }) => ({
      title: `/${command}`,
      note: description,
      action: () => this.send(`/${command}${at}`),
    }));
    if (!chat.commands.length && !begun) items.push({ title: say("noCommands") });
    this.menu.show(items, say("commands"));
  }

  async #askInline(query, asked, offset = "", before = []) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (asked !== this.asked) return;
    const { chat, me } = this.room;
    const found = await this.room.trying(() =>
      post("/inline", { user: me.id, query, offset, chat_type: chat.type, wait: PATIENCE }),
    );
    if (asked !== this.asked || !found) return;
    const { results = [], button, next_offset: next } = found.answer ?? {};
    const items = [
      ...before,
      ...results.map((result) => ({
        title: result.title ?? result.caption ?? result.content.text ?? "",
        note: result.description,
        picture: pictureOf(result),
        action: () => this.#choose(found.query, result.id, query),
      })),
    ];
    if (button && !before.length)
      items.unshift({
        title: button.text,
        aside: true,
        action: () => this.room.start(button.start_parameter),
      });
    if (!items.length) items.push({ title: say(query ? "nothingFound" : "inlineHint") });
    if (next)
      items.push({ title: "…", action: () => this.#askInline(query, asked, next, items.slice(0, -1)) });
    this.menu.show(items, `@${this.room.bot.username}`);
  }

  async #choose(query, result, text) {
    this.field.value = "";
    this.clear();
    await this.room.trying(() =>
      post(`/inline/${query}/choose`, { result, chat: this.room.chat.id, text }),
    );
  }

  async #attach(input) {
    const [file] = input.files;
    if (!file) return;
    const form = new FormData();
    form.append("file", file);
    form.append("text", this.field.value);
    form.append("user", this.room.me.id);
    if (this.replying) form.append("reply_to", this.replying.message_id);
    input.value = this.field.value = "";
    this.clear();
    const path = `/chats/${this.room.chat.id}/files`;
    await this.room.trying(() => control(path, { method: "POST", form }));
  }
}

function pictureOf(result) {
  if (result.photo_file_id) return `/control/files/${result.photo_file_id}`;
  return result.thumbnail_url ?? (result.type === "photo" ? result.photo_url : "");
}

