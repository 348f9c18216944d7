// Opens a citation's source beside the conversation. Everything shown comes from the server, escaped there.
"use strict";

(() => {
  const WIDE = "(min-width: 900px)";
  let asked = 0;
  let lastAnswer = "";
  let lastButton = null;

  const text = (name) => document.querySelector(`meta[name="gw-${name}"]`).content;
  const column = () => document.getElementById("gw-source");

  function panel() {
    const there = document.getElementById("gw-panel");
    if (there) return there;
    const section = document.createElement("section");
    section.id = "gw-panel";
    section.tabIndex = -1;
    section.setAttribute("aria-label", text("source"));
    const bar = document.createElement("div");
    bar.className = "gw-bar";
    const title = document.createElement("span");
    title.textContent = text("source");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "gw-close";
    close.textContent = text("close");
    bar.append(title, close);
    const body = document.createElement("div");
    body.className = "gw-panel-body";
    section.append(bar, body);
    column().append(section);
    return section;
  }

  function note(body, sentence) {
    const line = document.createElement("p");
    line.className = "gw-note";
    line.textContent = sentence;
    body.replaceChildren(line);
  }

  function bringIntoView(body) {
    // The quote a third down the panel; in a table, where it fits, with the table's head still in view.
    body.scrollTop = 0;
    const hit = body.querySelector("mark, .gw-hit");
    if (!hit) return;
    const room = body.clientHeight - (body.querySelector("header")?.offsetHeight ?? 0);
    const top = (node) => node.getBoundingClientRect().top - body.getBoundingClientRect().top;
    const table = hit.closest("table");
    const fits = table && top(hit) + hit.offsetHeight - top(table) < room - 24;
    const start = Math.min(top(hit) - room / 3, fits ? top(table) - 12 : Infinity);
    body.scrollTop = start - (body.clientHeight - room);
  }

  function markActive(token) {
    for (const button of document.querySelectorAll(".gw-cite, .gw-source")) {
      button.classList.toggle("gw-active", button.value === token);
    }
  }

  async function open(button, byHand) {
    const turn = ++asked;
    const section = panel();
    const body = section.querySelector(".gw-panel-body");
    lastButton = button;
    markActive(button.value);
    if (!body.firstChild) note(body, text("loading"));
    column().classList.add("gw-open");
    let html = "";
    try {
      const response = await fetch(`source?at=${encodeURIComponent(button.value)}`);
      if (response.ok || response.status === 404) html = await response.text();
    } catch (error) {
      console.warn(error);
    }
    if (turn !== asked) return;
    if (html) body.innerHTML = html;
    else note(body, text("failed"));
    bringIntoView(body);
    if (byHand && !matchMedia(WIDE).matches) section.focus({ preventScroll: true });
  }

  function close(byHand) {
    asked += 1;
    column()?.classList.remove("gw-open");
    document.querySelector("#gw-panel .gw-panel-body")?.replaceChildren();
    markActive("");
    if (byHand && lastButton?.isConnected) lastButton.focus();
  }

  async function copy(button) {
    const answer = button.closest(".gw-answer");
    const words = answer.querySelector(".gw-text").cloneNode(true);
    for (const mark of words.querySelectorAll(".gw-cite")) mark.replaceWith(`[${mark.textContent}]`);
    for (const block of words.querySelectorAll("p, li, tr, br")) block.append("\n");
    const sources = [...answer.querySelectorAll(".gw-source")].map(
      (source) => `[${source.querySelector(".gw-n").textContent}] ${source.querySelector(".gw-at").textContent}`,
    );
    await navigator.clipboard.writeText([words.textContent.trim(), ...sources].join("\n"));
    const label = button.textContent;
    button.textContent = text("copied");
    setTimeout(() => { button.textContent = label; }, 1500);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".gw-cite, .gw-source, .gw-close, .gw-copy");
    if (!button || button.tagName !== "BUTTON") return;
    if (button.classList.contains("gw-close")) close(true);
    else if (button.classList.contains("gw-copy")) copy(button);
    else open(button, true);
  });

  addEventListener("keydown", (event) => {
    // While an input method is composing, Enter chooses a word: it must not send the question.
    if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.stopImmediatePropagation();
    if (event.key === "Escape" && column()?.classList.contains("gw-open")) close(true);
  }, true);

  function putInChinese() {
    // Gradio's own notices are fixed English sentences: the queue is full, or the connection is gone.
    for (const notice of document.querySelectorAll(".toast-message-text")) {
      if (/[\u4e00-\u9fff]/.test(notice.textContent)) continue;
      notice.textContent = text(/busy/i.test(notice.textContent) ? "busy" : "lost");
    }
    for (const title of document.querySelectorAll(".toast-title")) {
      if (title.textContent !== text("notice")) title.textContent = text("notice");
    }
  }

  function onChange() {
    putInChinese();
    for (const message of document.querySelectorAll('#gw-chat [data-testid][aria-label*="<"]')) {
      message.setAttribute("aria-label", text(message.dataset.testid === "bot" ? "answer" : "question"));
    }
    const answers = document.querySelectorAll("#gw-chat .gw-final");
    const newest = answers[answers.length - 1];
    const words = newest?.querySelector(".gw-verdict")?.value ?? "";
    if (words === lastAnswer) return;
    lastAnswer = words;
    const first = newest?.querySelector(".gw-cite");
    if (first && matchMedia(WIDE).matches) open(first, false);
    else if (!first && column()?.classList.contains("gw-open")) close(false);
  }

  if (!navigator.clipboard) document.documentElement.classList.add("gw-no-clipboard");
  new MutationObserver(onChange).observe(document.documentElement, { childList: true, subtree: true });
})();
