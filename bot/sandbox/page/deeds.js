// What a person does with messages: presses, follows, enlarges, answers, edits, reacts.

import { post } from "/page/control.js";
import { alertBox, toast } from "/page/notices.js";
import { say } from "/page/texts.js";

const PATIENCE = 20; // seconds for the answer to a button

export class Deeds {
  constructor(room) {
    this.room = room;
  }

  // What is done with a message; true where nothing else is to happen.
  act(kind, what, ...more) {
    switch (kind) {
      case "bot_command":
        this.room.composer.send(what);
        return true;
      case "link":
        return this.#follow(what);
      case "key":
        this.room.trying(() => this.#press(what, ...more));
        return true;
      case "picture":
        return this.#enlarge(what);
      case "show":
        this.room.log.show(what);
        return true;
      case "react":
        this.room.trying(() => this.#react(what, ...more));
        return true;
      case "reply":
      case "edit":
        this.room.composer[kind](what);
        return true;
    }
    return false;
  }

  #follow(url) {
    const ours = /^(?:https?:\/\/)?t\.me\/(\w+)\/?(?:\?start=([\w-]*))?$/i.exec(url);
    if (ours?.[1].toLowerCase() !== this.room.bot.username.toLowerCase()) return false;
    this.room.start(ours[2]);
    return true;
  }

  async #press(key, message, made) {
    const inline = `@${this.room.bot.username} `;
    if (key.url) {
      if (!this.#follow(key.url)) window.open(key.url, "_blank", "noopener");
    } else if (key.copy_text) {
      await navigator.clipboard.writeText(key.copy_text.text);
      toast(say("copied"));
    } else if (key.switch_inline_query_current_chat !== undefined)
      this.room.composer.fill(inline + key.switch_inline_query_current_chat);
    else if (key.switch_inline_query !== undefined || key.switch_inline_query_chosen_chat)
      this.#share(inline + (key.switch_inline_query ?? key.switch_inline_query_chosen_chat.query));
    else if (key.callback_data) await this.#callback(key, message, made);
  }

  async #callback(key, message, made) {
    made.classList.add("busy");
    made.setAttribute("aria-busy", "true");
    try {
      const path = `/chats/${this.room.chat.id}/messages/${message.message_id}/press`;
      const body = { user: this.room.me.id, button: key.callback_data, wait: PATIENCE };
      const { answer } = await post(path, body);
      if (answer?.show_alert) alertBox(answer.text);
      else if (answer?.text) toast(answer.text);
    } finally {
      made.classList.remove("busy");
      made.removeAttribute("aria-busy");
    }
  }

  #share(text) {
    const items = [...this.room.chats.values()].map((chat) => ({
      title: chat.type === "private" ? this.room.bot.name : chat.title,
      action: () => {
        this.room.open(chat);
        this.room.composer.fill(text);
      },
    }));
    this.room.composer.field.focus();
    this.room.composer.menu.show([{ title: say("chooseChat") }, ...items], say("chooseChat"));
  }

  #react(message, emoji) {
    const now = message.reactions?.[this.room.me.id] ?? [];
    const path = `/chats/${this.room.chat.id}/messages/${message.message_id}/react`;
    return post(path, { user: this.room.me.id, emoji: now.includes(emoji) ? [] : [emoji] });
  }

  #enlarge(source) {
    const viewer = document.getElementById("viewer");
    viewer.querySelector("img").src = source;
    viewer.showModal();
    return true;
  }
}
