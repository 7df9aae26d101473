// The page works without this: it only lights up what belongs together and opens what is folded.
(() => {
  const open = () => {
    const goal = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!goal) return;
    for (let at = goal.closest("details:not([open])"); at; at = at.parentElement.closest("details:not([open])")) at.open = true;
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

  // The reasons of an article become elements when one of them is asked for.
  addEventListener("click", (event) => {
    const id = event.target instanceof Element && event.target.closest("[popovertarget]")?.getAttribute("popovertarget");
    if (!id || document.getElementById(id)) return;
    for (const sleeping of document.querySelectorAll("noscript.reasons")) {
      if (!sleeping.textContent.includes(`id="${id}"`)) continue;
      sleeping.insertAdjacentHTML("afterend", sleeping.textContent);
      sleeping.remove();
      return;
    }
  }, { capture: true });

  const numberOf = (mark) => mark.dataset.n;
  const light = (event) => {
    for (const mark of document.querySelectorAll("mark.lit")) mark.classList.remove("lit");
    const under = event.target instanceof Element && event.target.closest(".report mark.content, .report mark.source, .report mark.cue");
    if (!under) return;
    const same = numberOf(under);
    for (const mark of under.closest(".report").querySelectorAll("mark.content, mark.source, mark.cue")) {
      if (numberOf(mark) === same) mark.classList.add("lit");
    }
  };
  addEventListener("pointerover", light, { passive: true });

  addEventListener("beforeprint", () => {
    for (const more of document.querySelectorAll("details.more")) more.open = true;
  });
})();
