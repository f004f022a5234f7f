// Answers are saved while somebody answers. Without this the button does it.
const form = document.querySelector("form[data-autosave]");
const status = form?.querySelector("[data-autosave-status]");
let timer, sending;

async function save() {
  if (sending) return later();
  sending = true;
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Requested-With": "autosave" },
    });
    const told = response.headers.get("content-type")?.includes("json") ? await response.json() : {};
    for (const [name, value] of Object.entries(told.seen ?? {})) form.elements[name].value = value;
    status.textContent = told.is_saved ? status.dataset.saved : status.dataset.notSaved;
  } catch {
    status.textContent = status.dataset.notSaved;
  }
  sending = false;
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(save, 1500);
}

form?.addEventListener("input", later);
form?.addEventListener("submit", () => clearTimeout(timer));
