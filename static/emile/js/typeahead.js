/* A text field that proposes rows as one writes: the ARIA combobox pattern, with a list to choose
   from. Without this file the same field works with its button and its radio buttons. */

const WAIT_MS = 200;
const SHORTEST = 2;

class Typeahead extends HTMLElement {
  connectedCallback() {
    if (this.input) return;
    this.input = this.querySelector("input[type=text]");
    this.code = this.querySelector("input[type=hidden]");
    this.choices = this.querySelector("fieldset");
    // Removed and not hidden: Enter would still press it, as the first button of the form.
    this.querySelector("button").remove();
    this.list = this.appendChild(this.makeList());
    this.status = this.appendChild(this.makeStatus());
    this.options = [];
    this.active = -1;
    this.describeInput();
    this.input.addEventListener("input", () => this.onInput());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("blur", () => this.close());
  }

  makeList() {
    const list = document.createElement("ul");
    list.id = `${this.input.id}_list`;
    list.className = "emile-typeahead__list";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Propositions");
    // The text keeps the focus: a click would take it, and close the list before it is heard.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(this.options.indexOf(option));
    });
    return list;
  }

  makeStatus() {
    const status = document.createElement("p");
    status.className = "fr-sr-only";
    status.setAttribute("role", "status");
    return status;
  }

  describeInput() {
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-controls", this.list.id);
    this.input.setAttribute("aria-expanded", "false");
  }

  onInput() {
    this.forget();
    clearTimeout(this.timer);
    const text = this.input.value.trim();
    if (text.length < SHORTEST) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.search(text), WAIT_MS);
  }

  /* What was chosen no longer holds once the text changes. */
  forget() {
    if (this.choices) {
      this.code = document.createElement("input");
      this.code.type = "hidden";
      this.code.name = this.choices.querySelector("input").name;
      this.choices.replaceWith(this.code);
      this.choices = null;
    }
    this.code.value = "";
  }

  async search(text) {
    this.pending?.abort();
    this.pending = new AbortController();
    const address = `${this.dataset.url}?${new URLSearchParams({ q: text })}`;
    try {
      const response = await fetch(address, { signal: this.pending.signal });
      if (!response.ok) throw new Error(response.statusText);
      this.show((await response.json()).results);
    } catch (error) {
      if (error.name === "AbortError") return;
      // The server finds by itself when the form is sent.
      this.close();
    }
  }

  show(results) {
    if (document.activeElement !== this.input) return;
    this.options = results.map((result, rank) => this.makeOption(result, rank));
    this.list.replaceChildren(...this.options);
    this.list.hidden = results.length === 0;
    this.input.setAttribute("aria-expanded", String(results.length > 0));
    this.activate(-1);
    this.status.textContent =
      results.length === 0
        ? "Aucune proposition"
        : `${results.length} ${results.length > 1 ? "propositions" : "proposition"}`;
  }

  makeOption(result, rank) {
    const option = document.createElement("li");
    option.id = `${this.list.id}_${rank}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.code = result.code;
    option.dataset.label = result.label;
    const hint = document.createElement("span");
    hint.className = "fr-hint-text";
    hint.textContent = result.hint;
    option.append(result.label, hint);
    return option;
  }

  onKey(event) {
    const last = this.options.length - 1;
    if (this.list.hidden) return;
    if (event.key === "ArrowDown") this.activate(this.active >= last ? 0 : this.active + 1);
    else if (event.key === "ArrowUp") this.activate(this.active <= 0 ? last : this.active - 1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.active >= 0) this.choose(this.active);
    else return;
    event.preventDefault();
  }

  activate(rank) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = rank;
    const option = this.options[rank];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", option.id);
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  choose(rank) {
    const { code, label } = this.options[rank].dataset;
    this.input.value = label;
    this.code.value = code;
    this.close();
    this.status.textContent = `${label}, choisi`;
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  close() {
    clearTimeout(this.timer);
    this.pending?.abort();
    this.list.hidden = true;
    this.options = [];
    this.active = -1;
    this.list.replaceChildren();
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

customElements.define("emile-typeahead", Typeahead);
