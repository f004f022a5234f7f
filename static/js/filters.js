// Facets stand open beside the results on a wide screen, and folded above them on a phone.
const wide = window.matchMedia("(min-width: 60rem)");

for (const fold of document.querySelectorAll("details[data-fold-narrow]")) {
  fold.open = wide.matches;
  wide.addEventListener("change", () => {
    fold.open = wide.matches;
  });
}
