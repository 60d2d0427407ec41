// One person, the chats, and the bot at the other end.

import { Composer } from "/page/composer.js";
import { Refusal, control, follow, post } from "/page/control.js";
import { Deeds } from "/page/deeds.js";
import { Log } from "/page/log.js";
import { toast } from "/page/notices.js";
import { Surroundings } from "/page/surroundings.js";
import { current, say } from "/page/texts.js";

const TYPING = 5000; // milliseconds that a chat action is shown, as in Telegram

const find = (id) => document.getElementById(id);
const kept = window.localStorage;

export class Room {
  constructor() {
    this.chats = new Map();
    this.chat = null;
    this.log = new Log(find("log"), find("messages"), find("down"));
    this.composer = new Composer(this);
    this.deeds = new Deeds(this);
    this.surroundings = new Surroundings(this);
    this.timers = {};
  }

  // Who we are, and what has been written so far; again after the sandbox was started anew.
  async enter() {
    const answer = await this.#recognised();
    this.#take(answer.result);
    for (const id of this.chats.keys()) await this.#recall(id);
    const wanted = this.chats.get(this.chat?.id) ?? this.chats.get(this.me.id);
    this.open(wanted);
    follow(answer.after, {
      happened: (one) => this.#happened(one),
      lost: () => (find("status").textContent = say("offline")),
      found: () => this.enter(),
    });
  }

  async #recognised() {
    const number = kept.getItem("person");
    try {
      if (number) {
        await control(`/users/${number}`, {
          method: "PATCH",
          body: { language_code: current() },
        });
        return await control(`/state?user=${number}`);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    const body = { first_name: say("guest"), language_code: current() };
    const { id } = await post("/users", body);
    kept.setItem("person", id);
    return control(`/state?user=${id}`);
  }

  #take({ user, bot, chats }) {
    this.me = user;
    this.bot = bot;
    const before = this.chats;
    this.chats = new Map();
    for (const chat of chats) {
      const { messages = new Map(), unread = 0 } = before.get(chat.id) ?? {};
      this.chats.set(chat.id, { ...chat, messages, unread });
    }
    find("brand-name").textContent = bot.name;
    document.title = bot.name;
    if (this.chat) this.chat = this.chats.get(this.chat.id) ?? this.chats.get(user.id);
  }

  async refresh() {
    this.#take((await control(`/state?user=${this.me.id}`)).result);
    this.show();
  }

  open(chat) {
    this.chat = chat;
    chat.unread = 0;
    document.body.classList.remove("side");
    this.composer.begin();
    this.show();
    this.#openLog();
  }

  #openLog() {
    const { chat, me, bot } = this;
    const circumstances = { me: me.id, bot: bot.id, group: chat.type !== "private" };
    this.log.open(chat.messages.values(), circumstances, (...deed) => this.deeds.act(...deed));
  }

  show() {
    this.surroundings.show();
  }

  unblock() {
    return post(`/users/${this.me.id}/unblock`);
  }

  begin() {
    if (this.chat.bot === "kicked") return this.trying(() => this.unblock());
    return this.start();
  }

  // As if somebody had followed a link to the bot.
  start(parameter = "") {
    const own = this.chats.get(this.me.id);
    if (this.chat.id !== own.id) this.open(own);
    return this.composer.send(parameter ? `/start ${parameter}` : "/start");
  }

  async newGroup() {
    const { me } = this;
    const body = { type: "group", title: say("groupTitle"), members: [me.id], bot: "member" };
    const { id } = await post("/chats", body);
    await this.refresh();
    await this.#recall(id);
    this.open(this.chats.get(id));
  }

  lastOwn() {
    const own = [...this.chat.messages.values()].filter(({ from }) => from?.id === this.me.id);
    return own.filter(({ text, via_bot }) => text && !via_bot).at(-1);
  }

  #happened(one) {
    if (one.kind === "profile" || one.kind === "bot") return this.refresh();
    const chat = this.chats.get(one.chat);
    if (!chat) return one.kind === "message" ? this.#elsewhere(one) : undefined;
    const here = chat.id === this.chat.id;
    const { message } = one;
    switch (one.kind) {
      case "message": {
        const known = chat.messages.has(message.message_id);
        chat.messages.set(message.message_id, message);
        if (here && !this.log.item(message.message_id)) {
          this.log.add(message);
          if (message.from?.id === this.bot.id) this.#notTyping();
        } else if (!here && !known && message.from?.id !== this.me.id) chat.unread += 1;
        this.show();
        break;
      }
      case "edit":
        chat.messages.set(message.message_id, message);
        if (here) this.log.change(message);
        break;
      case "delete":
        chat.messages.delete(one.message_id);
        if (here) this.log.remove(one.message_id);
        break;
      case "action":
        if (here) this.#typing(one.action);
        break;
    }
  }

  // A group became a supergroup, or a script opened a chat.
  async #elsewhere(one) {
    const moved = one.message.migrate_from_chat_id;
    const here = this.chat.id === moved;
    await this.refresh();
    if (!this.chats.has(one.chat)) return;
    await this.#recall(one.chat);
    if (here) this.open(this.chats.get(one.chat));
  }

  // What was written in a chat; by the time it is known, the chats may have been taken anew.
  async #recall(id) {
    const { result } = await control(`/chats/${id}/messages`);
    const chat = this.chats.get(id);
    if (chat) chat.messages = new Map(result.map((one) => [one.message_id, one]));
  }

  #typing(action) {
    find("status").textContent = say(action === "typing" ? "typing" : "sending");
    this.log.showTyping();
    clearTimeout(this.timers.typing);
    this.timers.typing = setTimeout(() => this.#notTyping(), TYPING);
  }

  #notTyping() {
    clearTimeout(this.timers.typing);
    this.log.hideTyping();
    this.show();
  }

  // What Telegram, that is to say the sandbox, refuses is shown and not thrown.
  async trying(action) {
    try {
      return await action();
    } catch (error) {
      toast(say("failed", { why: error.message }));
      return null;
    }
  }

  // In another language, with what the bot says to those who speak it.
  async speak(language) {
    if (!this.me) return;
    await control(`/users/${this.me.id}`, { method: "PATCH", body: { language_code: language } });
    await this.refresh();
    this.#openLog();
  }
}
