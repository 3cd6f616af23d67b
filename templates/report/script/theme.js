const key = "newmanifest-theme";

/** Light, dark, or as the system has it; kept for the next page where the browser lets it be. */
export function startTheme(changed) {
  const field = document.querySelector(".theme");
  field.hidden = false;
  const set = (theme) => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    changed();
  };
  const kept = remembered();
  if (kept === "light" || kept === "dark") {
    field.querySelector(`[value="${kept}"]`).checked = true;
    set(kept);
  }
  field.addEventListener("change", ({ target }) => {
    remember(target.value);
    set(target.value);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}

function remembered() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(theme) {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // A page opened as a file may have no place to keep it.
  }
}
