// What the page itself says, in three languages.

let all = {};
let language = "en";

export const LANGUAGES = ["kk", "ru", "en"];

export async function loadTexts() {
  all = await (await fetch("/page/texts.json")).json();
}

export const current = () => language;

export function speak(code) {
  language = LANGUAGES.includes(code) ? code : "en";
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]"))
    element.textContent = say(element.dataset.text);
  for (const element of document.querySelectorAll("[data-label]")) {
    const text = say(element.dataset.label);
    element.setAttribute("aria-label", text);
    if (element.matches("button, label, input")) element.title = text;
  }
}

export function say(name, values = {}, code = language) {
  return all[code][name].replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}

export const time = (seconds) =>
  new Date(seconds * 1000).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });

export function day(seconds) {
  const date = new Date(seconds * 1000);
  if (date.toDateString() === new Date().toDateString()) return say("today");
  return date.toLocaleDateString(language, { day: "numeric", month: "long" });
}
