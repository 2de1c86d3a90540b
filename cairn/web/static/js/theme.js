/** Light, dark or as the system is: shown at once, and kept by the server in a cookie. */
export function paint(root, theme) {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
}

export async function remember(form) {
  const data = new FormData(form);
  paint(document.documentElement, data.get("theme"));
  await fetch(form.action, { method: "POST", body: data, redirect: "manual" });
}
