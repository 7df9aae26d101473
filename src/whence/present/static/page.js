// Without this all of the page is there. With it a long page opens at once, since what nobody looks
// at yet becomes elements later; what belongs together lights up, and what is folded opens.
(() => {
  const wake = (part) => { part.outerHTML = part.textContent; };
  const sleeping = (root) => root.querySelectorAll("noscript.later");
  const find = (id) => {
    const there = document.getElementById(id);
    if (there) return there;
    for (const part of document.querySelectorAll("noscript")) {
      if (!part.textContent.includes(`id="${id}"`)) continue;
      wake(part);
      return document.getElementById(id);
    }
    return null;
  };

  const idOf = (fragment) => {
    try { return decodeURIComponent(fragment.slice(1)); } catch { return ""; }
  };
  const open = () => {
    const id = idOf(location.hash);
    if (!id) return;
    const late = !document.getElementById(id), goal = find(id);
    if (!goal) return;
    for (let at = goal.closest("details:not([open])"); at; at = at.parentElement.closest("details:not([open])")) at.open = true;
    if (late) location.replace(location.hash);
    // What is above may only now be laid out, and then the goal has moved.
    let times = 0;
    const settle = () => {
      goal.scrollIntoView();
      if (++times < 6) requestAnimationFrame(settle);
    };
    settle();
  };
  addEventListener("hashchange", open);
  open();

  // What a link or a question leads to has to be there before the browser goes to it.
  addEventListener("click", (event) => {
    const asked = event.target instanceof Element && event.target.closest("[popovertarget], a[href^='#']");
    if (asked) find(asked.getAttribute("popovertarget") ?? idOf(asked.getAttribute("href")));
  }, { capture: true });

  const near = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      for (const part of target.querySelectorAll(":scope > noscript.later")) wake(part);
    }
  }, { rootMargin: "100% 0px" });
  const parts = [...sleeping(document)];
  for (const part of parts) near.observe(part.parentElement);
  addEventListener("toggle", (event) => {
    if (event.target.open) sleeping(event.target).forEach(wake);
  }, { capture: true });

  // All of it, so that the browser's own search finds it; what a question leads to is there twice.
  const idle = window.requestIdleCallback ?? ((then) => setTimeout(() => {
    const end = performance.now() + 20;
    then({ timeRemaining: () => end - performance.now() });
  }, 30));
  let at = 0;
  const rest = (deadline) => {
    for (; at < parts.length && deadline.timeRemaining() > 5; at++) if (parts[at].isConnected) wake(parts[at]);
    if (at < parts.length) idle(rest);
  };
  if (parts.length) idle(rest);

  addEventListener("beforeprint", () => {
    sleeping(document).forEach(wake);
    for (const more of document.querySelectorAll("details.more")) more.open = true;
  });

  const light = (event) => {
    for (const mark of document.querySelectorAll("mark.lit")) mark.classList.remove("lit");
    const under = event.target instanceof Element && event.target.closest(".report mark[data-n]");
    if (!under) return;
    for (const mark of under.closest(".report").querySelectorAll(`mark[data-n="${under.dataset.n}"]`)) mark.classList.add("lit");
  };
  addEventListener("pointerover", light, { passive: true });
})();
