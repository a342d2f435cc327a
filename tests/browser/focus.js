// Says of the element that has the focus: whether it is the wanted one, and what is wrong with how it shows.
(wanted) => {
  const at = document.activeElement;
  if (!at || at === document.body) return { isThere: false, name: "", wrong: "" };
  const near = [at, ...(at.labels || []), ...(at.tagName === "INPUT" || at.tagName === "BUTTON" ? [at.parentElement] : [])];
  const isMarked = (one) => {
    const style = getComputedStyle(one);
    const hasLine = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 && !/, 0\)$|transparent/.test(style.outlineColor);
    return hasLine || style.boxShadow !== "none";
  };
  const boxes = near.slice(0, near.length > 1 ? 2 : 1).flatMap((one) => [...one.getClientRects()]).filter((box) => box.width > 2 && box.height > 2);
  const isSeen = boxes.some((box) => [[0.5, 0.5], [0.05, 0.5], [0.95, 0.5], [0.5, 0.1], [0.5, 0.9]].some(([x, y]) => {
    const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return hit && near.some((one) => one === hit || one.contains(hit));
  }));
  const wrong = [!near.some(isMarked) && "its focus cannot be seen", !isSeen && "it is covered or out of sight"].filter(Boolean);
  const name = (at.tagName + " " + (at.name || at.textContent.trim().slice(0, 40) || at.id)).toLowerCase();
  return { isThere: at === wanted, name, wrong: wrong.join(", ") };
}
