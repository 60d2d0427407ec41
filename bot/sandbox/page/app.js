// The page begins: languages, themes, what opens and closes.

import { button } from "/page/bubbles.js";
import { Room } from "/page/room.js";
import { LANGUAGES, loadTexts, say, speak } from "/page/texts.js";

const THEMES = ["auto", "light", "dark"];

const find = (id) => document.getElementById(id);
const kept = window.localStorage;

function segments(id, values, chosen, label, take) {
  find(id).replaceChildren(
    ...values.map((value) => {
      const made = button("", label(value), () => take(value));
      made.setAttribute("aria-pressed", String(value === chosen));
      return made;
    }),
  );
}

function dress(theme) {
  kept.setItem("theme", theme);
  document.documentElement.dataset.theme = theme;
  segments("themes", THEMES, theme, say, dress);
}

async function choose(language) {
  kept.setItem("language", language);
  speak(language);
  const names = (code) => say("languageName", {}, code);
  segments("languages", LANGUAGES, language, names, (code) => room.trying(() => choose(code)));
  dress(kept.getItem("theme") ?? "auto");
  await room.speak(language);
}

function popup(opener, list) {
  const show = (open) => {
    list.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    if (open) list.querySelector("button")?.focus();
  };
  opener.addEventListener("click", () => show(list.hidden));
  document.addEventListener("click", ({ target }) => {
    if (!opener.contains(target)) show(false);
  });
  list.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    show(false);
    opener.focus();
  });
}

function preferred() {
  const wanted = [kept.getItem("language"), ...navigator.languages.map((code) => code.slice(0, 2))];
  return wanted.find((code) => LANGUAGES.includes(code)) ?? "en";
}

await loadTexts();
const room = new Room();
await choose(preferred());
const side = (open) => {
  document.body.classList.toggle("side", open);
  find("side-open").setAttribute("aria-expanded", String(open));
  find(open ? "side-close" : "side-open").focus();
};
find("side-open").addEventListener("click", () => side(true));
find("side-close").addEventListener("click", () => side(false));
find("new-group").addEventListener("click", () => room.trying(() => room.newGroup()));
find("start").addEventListener("click", () => room.begin());
find("viewer").addEventListener("click", () => find("viewer").close());
popup(find("more"), find("actions"));
await room.enter();
const parameter = new URLSearchParams(location.search).get("start");
if (parameter) room.start(parameter);
document.body.classList.add("ready");
