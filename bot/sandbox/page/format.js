// Text with its entities, as elements. Offsets are UTF-16 units, as JavaScript counts, too.

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

export function formatted(text, entities = [], act = () => {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return inside(text, 0, text.length, sorted, act);
}

function inside(text, begin, end, entities, act) {
  const fragment = document.createDocumentFragment();
  let at = begin;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const last = Math.min(entity.offset + entity.length, end);
    if (entity.offset > at) fragment.append(text.slice(at, entity.offset));
    const within = others.filter((other) => other.offset < last);
    rest = others.filter((other) => other.offset >= last);
    const element = shell(entity, text.slice(entity.offset, last), act);
    element.append(inside(text, Math.max(entity.offset, at), last, within, act));
    fragment.append(element);
    at = last;
  }
  if (at < end) fragment.append(text.slice(at, end));
  return fragment;
}

function shell(entity, text, act) {
  switch (entity.type) {
    case "text_link":
    case "url":
    case "email":
      return link(entity.url ?? address(entity.type, text), act);
    case "bot_command":
    case "mention":
    case "hashtag":
      return tappable(entity.type, text, act);
    case "spoiler": {
      const spoiler = tappable("spoiler", text, act);
      spoiler.addEventListener("click", () => spoiler.classList.add("shown"), { once: true });
      return spoiler;
    }
    default:
      return document.createElement(TAGS[entity.type] ?? "span");
  }
}

function link(url, act) {
  const element = document.createElement("a");
  element.href = /^(https?|mailto|tg):/i.test(url) ? url : "#";
  element.target = "_blank";
  element.rel = "noopener noreferrer";
  element.addEventListener("click", (event) => {
    if (act("link", url)) event.preventDefault();
  });
  return element;
}

function tappable(kind, text, act) {
  const element = document.createElement("span");
  element.className = kind;
  if (kind !== "bot_command" && kind !== "spoiler") return element;
  element.tabIndex = 0;
  element.setAttribute("role", "button");
  element.addEventListener("click", () => act(kind, text));
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter") element.click();
  });
  return element;
}

const address = (kind, text) =>
  kind === "email" ? `mailto:${text}` : /^\w+:/.test(text) ? text : `http://${text}`;
