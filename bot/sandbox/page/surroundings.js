// What stands around the log: the chats, the head of the open one, what can be done with it.

import { button, element } from "/page/bubbles.js";
import { post } from "/page/control.js";
import { say } from "/page/texts.js";

const find = (id) => document.getElementById(id);

export class Surroundings {
  // `room` is who we are, the chats, and the one that is open.
  constructor(room) {
    this.room = room;
  }

  show() {
    const { chat, bot } = this.room;
    const personal = chat.type === "private";
    find("title").textContent = this.#name(chat);
    find("status").textContent = personal ? say("bot") : say("members", { count: chat.members + 1 });
    avatar(find("avatar"), chat);
    find("text").placeholder = say(personal ? "write" : "writeGroup", bot);
    this.#showChats();
    this.#showWelcome(personal);
    this.#showWayIn(personal);
    this.#showActions();
  }

  #name(chat) {
    return chat.type === "private" ? this.room.bot.name : chat.title;
  }

  #showChats() {
    const { chats, chat: open } = this.room;
    const entries = [...chats.values()].map((chat) => {
      const last = [...chat.messages.values()].at(-1);
      const face = element("span", "avatar");
      avatar(face, chat);
      const words = element("div", "", element("b", "", this.#name(chat)));
      words.append(element("small", "", last?.text ?? last?.caption ?? ""));
      const entry = button("chat", "", () => this.room.open(chat), face, words);
      if (chat.unread) entry.append(element("span", "unread", String(chat.unread)));
      if (chat.id === open.id) entry.setAttribute("aria-current", "true");
      return element("li", "", entry);
    });
    find("chats").replaceChildren(...entries);
  }

  #showWelcome(personal) {
    const { bot, chat } = this.room;
    const welcome = find("welcome");
    welcome.hidden = chat.messages.size > (personal ? 0 : 1);
    const picture = element("img");
    picture.src = "/page/bot.svg";
    picture.alt = "";
    const words = personal ? bot.description || bot.short_description : say("emptyGroup", bot);
    const heading = personal && words ? say("whatCanIt") : this.#name(chat);
    welcome.replaceChildren(picture, element("h2", "", heading), element("p", "", words));
  }

  // Instead of the text field the button with which a conversation begins, for the first time or
  // again.
  #showWayIn(personal) {
    const { chat } = this.room;
    const blocked = personal && chat.bot === "kicked";
    const closed = blocked || (personal && !chat.messages.size);
    const { classList } = find("composer");
    const opens = classList.contains("closed") && !closed;
    classList.toggle("closed", closed);
    if (opens) find("text").focus();
    find("start").hidden = !closed;
    find("start").textContent = say(blocked ? "unblock" : "start");
  }

  #showActions() {
    const items = this.#actions().map(([text, action]) =>
      element("li", "", button("", say(text), () => this.room.trying(action))),
    );
    find("actions").replaceChildren(...items);
  }

  #actions() {
    const { chat, me } = this.room;
    const become = (status) => () => post(`/chats/${chat.id}/bot`, { user: me.id, status });
    if (chat.type === "private")
      return chat.bot === "kicked"
        ? [["unblock", () => this.room.unblock()]]
        : [["block", () => post(`/users/${me.id}/block`)]];
    const actions = {
      member: [["promote", become("administrator")], ["remove", become("kicked")]],
      administrator: [["demote", become("member")], ["remove", become("kicked")]],
    }[chat.bot] ?? [["add", become("member")]];
    if (chat.type === "group")
      actions.push(["migrate", () => post(`/chats/${chat.id}/migrate`)]);
    return actions;
  }
}

function avatar(place, chat) {
  place.replaceChildren();
  place.classList.toggle("of-bot", chat.type === "private");
  if (chat.type !== "private") place.append([...chat.title][0]);
}
