// A message as a bubble, with its keyboard, its picture and what can be done with it.

import { formatted } from "/page/format.js";
import { say, time } from "/page/texts.js";

const TALLEST = 460; // pixels of a picture in a bubble, which is as wide as what is in it

export function element(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

// Its name is the label, or what stands in it where there is none.
export function button(className, label, action, ...children) {
  const made = element("button", className, ...(children.length ? children : [label]));
  made.type = "button";
  if (label) made.setAttribute("aria-label", label);
  made.addEventListener("click", () => action(made));
  return made;
}

// The item of the log for a message; `act` is told what is done with it.
export function bubble(message, { me, bot, group }, act) {
  const item = element("li");
  item.dataset.id = message.message_id;
  const event = happening(message);
  if (event) {
    item.className = "event";
    item.append(element("span", "", event));
    return item;
  }
  const mine = message.from?.id === me;
  item.className = mine ? "mine" : "theirs";
  const body = element("div", "bubble");
  body.tabIndex = -1; // a tap shows the tools
  const name = mine ? say("you") : (message.from?.first_name ?? message.chat.title);
  body.append(element("span", "hidden", `${name}: `));
  if (group && !mine) body.append(element("span", "name", name));
  if (message.via_bot)
    body.append(element("span", "via", say("via", { name: `@${message.via_bot.username}` })));
  if (message.reply_to_message) body.append(quote(message.reply_to_message, act));
  if (message.photo) body.append(picture(message, act));
  if (message.document) body.append(file(message.document));
  const text = message.text ?? message.caption;
  if (text) {
    const entities = message.entities ?? message.caption_entities;
    const words = element("div", "text", formatted(text, entities, act));
    words.dataset.stamp = stamp(message); // leaves room for it in the last line
    body.append(words);
  }
  body.append(element("span", "stamp", stamp(message)));
  item.append(body, tools(message, mine, act));
  const rows = message.reply_markup?.inline_keyboard;
  if (rows) item.append(keyboard(rows, message, act));
  const hearts = reactions(message);
  if (hearts) item.append(hearts);
  if (message.from?.id === bot) item.classList.add("bot");
  return item;
}

function keyboard(rows, message, act) {
  const table = element("div", "keyboard");
  for (const row of rows) {
    const line = element("div", "keys");
    for (const key of row) {
      const made = button("key", key.text, () => act("key", key, message, made));
      if (key.url) {
        made.classList.add("opens");
        made.setAttribute("aria-label", `${key.text}, ${say("opensLink")}`);
      }
      line.append(made);
    }
    table.append(line);
  }
  return table;
}

function picture(message, act) {
  const size = message.photo.at(-1);
  const shrink = Math.min(1, TALLEST / size.height);
  const image = element("img");
  image.src = `/control/files/${size.file_id}`;
  image.width = Math.round(size.width * shrink);
  image.height = Math.round(size.height * shrink);
  image.alt = message.caption ? "" : say("picture");
  return button("photo", say("openPicture"), () => act("picture", image.src, message), image);
}

function file(document) {
  const link = element("a", "file");
  link.href = `/control/files/${document.file_id}`;
  link.download = document.file_name ?? "";
  const size = `${Math.max(1, Math.round(document.file_size / 1024))} KB`;
  link.append(element("b", "", document.file_name ?? "file"), element("small", "", size));
  return link;
}

function quote(earlier, act) {
  const text = earlier.text ?? earlier.caption ?? "";
  const name = earlier.from?.first_name ?? earlier.chat.title;
  return button(
    "quote",
    "",
    () => act("show", earlier.message_id),
    element("b", "", name),
    element("span", "", text),
  );
}

function stamp(message) {
  const edited = message.edit_date ? `${say("edited")} ` : "";
  return edited + time(message.date);
}

function tools(message, mine, act) {
  const line = element("div", "tools");
  line.append(button("tool", say("reply"), () => act("reply", message), "↩"));
  if (mine && message.text)
    line.append(button("tool", say("edit"), () => act("edit", message), "✎"));
  if (!mine) {
    line.append(button("tool", say("like"), () => act("react", message, "👍"), "👍"));
    line.append(button("tool", say("dislike"), () => act("react", message, "👎"), "👎"));
  }
  return line;
}

function reactions(message) {
  const all = Object.values(message.reactions ?? {}).flat();
  return all.length ? element("div", "reactions", all.join(" ")) : null;
}

// What is said in the middle of the log, where nobody in particular speaks.
function happening(message) {
  const names = (users) => users.map((user) => user.first_name).join(", ");
  if (message.new_chat_members) return say("joined", { name: names(message.new_chat_members) });
  if (message.left_chat_member) return say("left", { name: message.left_chat_member.first_name });
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return say("becameSupergroup");
  if (message.forum_topic_created)
    return say("topicCreated", { name: message.forum_topic_created.name });
  return "";
}
