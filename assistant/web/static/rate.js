// 有用 and 没用 under an answer: what was clicked goes to the server at once, a note after it if there is one.
"use strict";

(() => {
  const visitor = [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");
  const text = (name) => document.querySelector(`meta[name="gw-${name}"]`).content;

  function say(row, sentence) {
    let line = row.querySelector(".gw-rated");
    if (!line) {
      line = document.createElement("span");
      line.className = "gw-rated";
      line.setAttribute("role", "status");
      row.append(line);
    }
    line.textContent = sentence;
  }

  async function send(button, note) {
    const [verdict, key] = button.value.split(":");
    try {
      const response = await fetch("feedback", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ key, visitor, verdict, note }),
      });
      if (response.ok) return await response.json();
    } catch (error) {
      console.info(error);
    }
    return { taken: false, said: text("unrated") };
  }

  function askWhy(row, button) {
    const form = document.createElement("form");
    form.className = "gw-why";
    const box = document.createElement("input");
    box.type = "text";
    box.maxLength = 500;
    box.placeholder = text("note");
    box.setAttribute("aria-label", text("note"));
    const submit = document.createElement("button");
    submit.type = "submit";
    submit.textContent = text("send");
    form.append(box, submit);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (!box.value.trim()) return;
      submit.disabled = true;
      const { taken, said } = await send(button, box.value.trim());
      submit.disabled = false;
      if (taken) form.remove();
      say(row, said);
    });
    row.append(form);
    box.focus({ preventScroll: true });
    form.scrollIntoView({ block: "nearest" });
  }

  async function rate(button) {
    const row = button.closest(".gw-rate");
    if (button.ariaPressed === "true") return;
    const both = [...row.querySelectorAll(".gw-verdict")];
    for (const one of both) one.disabled = true;
    const { taken, said } = await send(button, "");
    for (const one of both) one.disabled = false;
    say(row, said);
    if (!taken) return;
    for (const one of both) one.ariaPressed = String(one === button);
    row.querySelector(".gw-why")?.remove();
    if (button.value.startsWith("useless:")) askWhy(row, button);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".gw-verdict");
    if (button) rate(button);
  });
})();
