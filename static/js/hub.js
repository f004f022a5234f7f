// Small behaviours, each bound by a data- attribute. Every page works without them.

// After a form was sent back, or a message shown: bring the reader to it.
document.querySelector("[data-focus]")?.focus();

// Filters stand folded on a phone, so that the list comes first.
if (window.matchMedia("(max-width: 59.99rem)").matches) {
  for (const fold of document.querySelectorAll("details[data-fold]")) {
    if (!fold.querySelector(".field--bad")) fold.open = false;
  }
}

// A film is fetched only after the reader agrees.
for (const video of document.querySelectorAll("[data-video]")) {
  const button = video.querySelector("[data-video-play]");
  button.hidden = false;
  button.addEventListener("click", () => {
    const player = document.createElement("iframe");
    player.src = video.dataset.video;
    player.title = video.dataset.videoTitle;
    player.allow = "fullscreen";
    player.referrerPolicy = "no-referrer";
    button.closest("p").replaceWith(player);
    player.focus();
  });
}

// A button that was pressed once does not send again; the server takes care of the rest.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// A list that was narrowed in place says how many it found, for people who cannot see it change.
const announcer = document.createElement("p");
announcer.className = "visually-hidden";
announcer.setAttribute("role", "status");
document.body.append(announcer);
document.addEventListener("htmx:afterSettle", () => {
  announcer.textContent = document.querySelector("[data-announce]")?.textContent ?? "";
});
