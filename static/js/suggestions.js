// What a search box offers while somebody types: an editable combobox with list autocomplete
// (WAI-ARIA Authoring Practices, https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Without it the box just searches.

const PAUSE = 150; // milliseconds without a key before anything is asked

class Suggestions {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.options = [];
    this.active = -1;
    this.known = new Map();
    this.build();
    this.listen();
  }

  build() {
    const id = `${this.input.id}-suggestions`;
    this.list = document.createElement("ul");
    this.list.className = "suggestions";
    this.list.id = id;
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.form.dataset.suggestionsLabel);
    this.status = document.createElement("span");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    this.form.append(this.list, this.status);
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-controls", id);
    this.input.setAttribute("aria-expanded", "false");
  }

  listen() {
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.pressed(event));
    this.form.addEventListener("focusout", (event) => {
      if (!this.form.contains(event.relatedTarget)) this.close();
    });
    // The box keeps the focus, so that the list stays open until the pointer is lifted.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const line = event.target.closest("[role=option]");
      if (line) this.choose(this.options[line.dataset.number]);
    });
    window.addEventListener("pagehide", () => this.close());
  }

  typed() {
    clearTimeout(this.timer);
    this.request?.abort();
    const text = this.input.value.trim();
    if (!text) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.ask(text), PAUSE);
  }

  async ask(text) {
    if (!this.known.has(text)) {
      this.request = new AbortController();
      try {
        const address = `${this.form.dataset.suggestions}?${new URLSearchParams({ q: text })}`;
        const response = await fetch(address, { signal: this.request.signal, headers: { Accept: "application/json" } });
        if (!response.ok) throw new Error(response.status);
        this.known.set(text, await response.json());
      } catch {
        return; // nothing is offered: the box works all the same
      }
    }
    if (document.activeElement === this.input && this.input.value.trim() === text) this.show(this.known.get(text));
  }

  show({ suggestions, status }) {
    this.options = suggestions;
    this.status.textContent = status;
    this.list.replaceChildren(...suggestions.map((suggestion, number) => this.line(suggestion, number)));
    this.activate(-1);
    this.list.hidden = !suggestions.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  line(suggestion, number) {
    const line = document.createElement("li");
    line.id = `${this.list.id}-${number}`;
    line.className = `suggestion kind--${suggestion.about}`;
    line.dataset.number = number;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    const text = document.createElement("span");
    text.className = "suggestion__text";
    text.dir = "auto";
    if (suggestion.language) text.lang = suggestion.language;
    text.textContent = suggestion.text;
    const label = document.createElement("span");
    label.className = "suggestion__label";
    label.textContent = suggestion.label;
    line.append(text, " ", label);
    return line;
  }

  get isOpen() {
    return !this.list.hidden;
  }

  activate(number) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = number;
    const line = this.list.children[number];
    if (line) {
      line.setAttribute("aria-selected", "true");
      line.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", line.id);
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  move(step) {
    if (!this.isOpen) {
      if (!this.options.length) return;
      this.list.hidden = false;
      this.input.setAttribute("aria-expanded", "true");
    }
    const places = this.options.length + 1; // the box itself is one of them
    this.activate(((this.active + 1 + step + places) % places) - 1);
  }

  pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const keys = {
      ArrowDown: () => (event.altKey ? this.open() : this.move(1)),
      ArrowUp: () => (event.altKey ? this.close() : this.move(-1)),
      Escape: () => this.isOpen && this.close(),
      Enter: () => this.isOpen && this.active >= 0 && this.choose(this.options[this.active]),
      Home: () => this.caret(event, 0),
      End: () => this.caret(event, this.input.value.length),
    };
    const isOurs = keys[event.key]?.();
    if (event.key === "Tab") this.close();
    // What the list made of a key must not reach the box as well: Escape would empty it, Enter would send it.
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") ? this.options.length : isOurs) event.preventDefault();
  }

  caret(event, place) {
    if (event.shiftKey || this.active < 0) return false;
    this.activate(-1);
    this.input.setSelectionRange(place, place);
    return true;
  }

  open() {
    if (this.options.length) {
      this.list.hidden = false;
      this.input.setAttribute("aria-expanded", "true");
    }
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.activate(-1);
    this.list.hidden = true;
    this.status.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    return true;
  }

  choose(suggestion) {
    this.close();
    if (suggestion.url) {
      window.location.assign(suggestion.url);
    } else {
      this.input.value = suggestion.text;
      this.form.requestSubmit();
    }
    return true;
  }
}

for (const form of document.querySelectorAll("form[data-suggestions]")) new Suggestions(form);
