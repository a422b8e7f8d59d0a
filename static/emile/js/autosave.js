/* Keeps a long form as it is filled in, and shows what follows from it: the answer takes the place of
   the element that data-autosave names. The form's own buttons do the same without this file; a
   refusal or a lost connection is left for them to tell. */

const WAIT_MS = 800;
// A long text is kept while it is typed, not only once one leaves it.
const TYPING_MS = 20000;

async function save(form) {
  const body = new FormData(form);
  // A draft is what was typed: a file is sent once, with its page.
  for (const input of form.querySelectorAll("input[type=file]")) body.delete(input.name);
  body.set("action", "autosave");
  // Not form.action, which is the button of that name.
  const response = await fetch(window.location.href, { method: "POST", body, redirect: "error" });
  if (!response.ok) return;
  const answer = document.createElement("template");
  answer.innerHTML = await response.text();
  replace(document.getElementById(form.dataset.autosave), answer.content.firstElementChild);
}

function replace(shown, fresh) {
  const details = fresh.querySelector("details");
  if (details) details.open = shown.querySelector("details").open;
  shown.replaceWith(fresh);
}

for (const form of document.querySelectorAll("form[data-autosave]")) {
  let timer;
  let typing;
  const keep = () => {
    clearTimeout(timer);
    clearTimeout(typing);
    typing = undefined;
    save(form).catch(() => {});
  };
  form.addEventListener("change", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, WAIT_MS);
  });
  form.addEventListener("input", () => {
    typing ??= setTimeout(keep, TYPING_MS);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    clearTimeout(typing);
  });
}
