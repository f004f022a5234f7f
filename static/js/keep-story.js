// Nothing that is typed is lost: what changed is sent a moment after the last key. While the line is gone it stays on
// this device, and goes as soon as the line is back. Without this script the form has a button for it. What was sent is
// taken off the device by forget-story.js.

const PAUSE = 1500; // milliseconds without a key before anything is sent
const LONGEST_PAUSE = 15000; // also while somebody types on and on
const AGAIN = 10000;

class Keeper {
  constructor(form) {
    this.form = form;
    this.state = form.querySelector("[data-keep-state]");
    this.place = `story ${form.dataset.keepOwner} ${form.elements.submission_key.value}`;
    this.changed = new Set();
    this.saved = {}; // what the server has, as far as this page sent it
    this.isSending = false;
    this.hasLeft = false;
    this.bringBack();
    this.catchUp();
    form.addEventListener("input", (event) => this.typed(event.target));
    form.addEventListener("change", (event) => this.typed(event.target));
    form.addEventListener("paste", (event) => this.pasted(event));
    form.addEventListener("submit", () => this.leave());
    window.addEventListener("online", () => this.send());
    window.addEventListener("pagehide", () => this.remember());
    document.addEventListener("visibilitychange", () => document.hidden && this.send());
    for (const link of document.querySelectorAll("[data-keep-first]")) {
      link.addEventListener("click", (event) => this.sendBefore(event, link));
    }
  }

  get marks() {
    return JSON.parse(this.form.elements.marks.value || "{}");
  }

  set marks(marks) {
    this.form.elements.marks.value = JSON.stringify(marks);
  }

  valueOf(name) {
    const field = this.form.elements[name];
    if (field instanceof RadioNodeList) return field.value;
    return field.type === "checkbox" ? (field.checked ? "on" : "") : field.value;
  }

  // What the server wrote into the page. Browsers put back by themselves what was typed before; it is not saved by that.
  servedOf(name) {
    const field = this.form.elements[name];
    if (field instanceof RadioNodeList) return [...field].find((each) => each.defaultChecked)?.value ?? "";
    if (field.type === "checkbox") return field.defaultChecked ? "on" : "";
    if (field instanceof HTMLSelectElement) return [...field.options].find((each) => each.defaultSelected)?.value ?? "";
    return field.defaultValue;
  }

  put(name, value) {
    const field = this.form.elements[name];
    if (!field) return;
    if (field.type === "checkbox") field.checked = value === "on";
    else field.value = value;
  }

  typed(field) {
    if (!field.name || field.type === "hidden" || field.type === "file") return;
    // Leaving a field tells of a change that was typed, and sent, before.
    if (!this.isSending && this.saved[field.name] === this.valueOf(field.name)) return;
    this.changed.add(field.name);
    this.remember();
    clearTimeout(this.timer);
    this.since ??= Date.now();
    this.timer = setTimeout(() => this.send(), Math.min(PAUSE, Math.max(0, this.since + LONGEST_PAUSE - Date.now())));
  }

  // What a word processor puts beside the words. Browsers leave it out by themselves; people should know.
  pasted(event) {
    const data = event.clipboardData;
    if (data && (data.files.length || /<img\b/i.test(data.getData("text/html")))) this.say(this.form.dataset.keepPicture);
  }

  remember() {
    if (!this.changed.size) return;
    const words = Object.fromEntries([...this.changed].map((name) => [name, this.valueOf(name)]));
    try {
      localStorage.setItem(this.place, JSON.stringify({ words, marks: this.marks, left: this.hasLeft }));
    } catch {
      // a device that keeps nothing: the line and the button are left
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.place);
    } catch {
      // nothing was kept
    }
  }

  bringBack() {
    let words, marks;
    try {
      ({ words, marks } = JSON.parse(localStorage.getItem(this.place)));
    } catch {
      return;
    }
    if (this.form.querySelector(".field--bad")) return;
    const names = Object.keys(words).filter((name) => this.form.elements[name] && this.servedOf(name) !== words[name]);
    if (!names.length) {
      this.forget();
      return;
    }
    const seen = this.marks;
    for (const name of names) {
      this.put(name, words[name]);
      this.changed.add(name);
      seen[name] = marks[name] ?? ""; // what this device saw then: if another one wrote since, both are kept
    }
    this.marks = seen;
    this.say(this.form.dataset.keepBack);
    setTimeout(() => this.send(), PAUSE);
  }

  // What was typed before this script was there, on a slow line, or put back by the browser.
  catchUp() {
    if (this.form.querySelector(".field--bad")) return;
    for (const field of this.form.elements) {
      if (!field.name || ["hidden", "file", "submit"].includes(field.type)) continue;
      if (this.valueOf(field.name) !== this.servedOf(field.name)) this.typed(field);
    }
  }

  async send() {
    clearTimeout(this.timer);
    if (this.isSending || this.hasLeft || !this.changed.size) return true;
    this.isSending = true;
    this.since = undefined;
    const names = [...this.changed];
    this.changed.clear();
    const data = new FormData();
    for (const name of ["csrfmiddlewaretoken", "submission_key", "door", "marks", "origin"]) {
      data.append(name, this.form.elements[name]?.value ?? "");
    }
    const sent = Object.fromEntries(names.map((name) => [name, this.valueOf(name)]));
    for (const name of names) data.append(name, sent[name]);
    try {
      const response = await fetch(this.form.dataset.keepStory, { method: "POST", body: data, headers: { Accept: "application/json" } });
      const told = await response.json();
      if (!response.ok) throw new Refusal(told.message);
      this.marks = { ...this.marks, ...told.marks };
      Object.assign(this.saved, sent);
      if (new URL(told.url, location).pathname !== location.pathname) {
        history.replaceState(null, "", told.url); // so that loading the page anew brings the story back
      }
      this.form.action = told.url;
      if (!this.changed.size) this.forget();
      this.say(told.message);
      return true;
    } catch (error) {
      for (const name of names) this.changed.add(name);
      this.remember();
      this.say(error instanceof Refusal && error.message ? error.message : this.form.dataset.keepOffline);
      this.timer = setTimeout(() => this.send(), AGAIN);
      return false;
    } finally {
      this.isSending = false;
      if (this.changed.size && !this.timer) this.timer = setTimeout(() => this.send(), PAUSE);
    }
  }

  async sendBefore(event, link) {
    if (!this.changed.size) return;
    event.preventDefault();
    if (await this.send()) location.assign(new URL(link.getAttribute("href"), location));
  }

  leave() {
    this.hasLeft = true;
    this.remember();
    clearTimeout(this.timer);
  }

  say(text) {
    this.state.textContent = text;
  }
}

class Refusal extends Error {}

for (const form of document.querySelectorAll("form[data-keep-story]")) new Keeper(form);
window.addEventListener("pageshow", (event) => event.persisted && location.reload());
