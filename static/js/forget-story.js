// What keep-story.js keeps on a device goes once it was sent, and when somebody signs out: others may use it too.

const ALL = "story ";

// The words that were sent with the form. Did sending fail, the server has the answers that this device saw before: then
// the words stay, and come back with the form.
function forgetSent(element) {
  const place = ALL + element.dataset.forgetStory;
  const kept = JSON.parse(localStorage.getItem(place));
  const now = JSON.parse(element.dataset.marks);
  const texts = Object.keys(kept?.words ?? {}).filter((name) => name in now); // the rest are choices, and no words
  const hasArrived = (name) => now[name] !== (kept.marks[name] ?? "");
  if (kept?.left && (!texts.length || texts.some(hasArrived))) localStorage.removeItem(place);
}

// All that is kept, or what begins with a story's own name.
function forgetAll(form) {
  const start = ALL + form.dataset.forgetStories;
  for (const place of Object.keys(localStorage)) if (place.startsWith(start)) localStorage.removeItem(place);
}

function quietly(forget) {
  try {
    forget();
  } catch {
    // a device that keeps nothing
  }
}

for (const element of document.querySelectorAll("[data-forget-story]")) quietly(() => forgetSent(element));
for (const form of document.querySelectorAll("form[data-forget-stories]")) {
  form.addEventListener("submit", () => quietly(() => forgetAll(form)));
}
