// Runs in a page: names the text that is cut off, runs out of its box, or lies on other text.
(() => {
  const tolerance = 1.5;

  return [...new Set([...cutOff(), ...overlapping(linesOfText()), ...cramped()])];

  /** Every line of text somebody can see, in coordinates of the page. */
  function linesOfText() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (node.textContent.trim() === '' || !isSeen(element) || floats(element)) continue;
      for (const rect of rectsOf(node)) lines.push({ element, text: node.textContent.trim(), rect });
    }
    return lines;
  }

  function cutOff() {
    return linesOfText().flatMap(({ element, text, rect }) => {
      const box = boxAround(element);
      if (!box) return [];
      const edge = box.getBoundingClientRect();
      const out = rect.right > edge.right + tolerance || rect.left < edge.left - tolerance || sinks(box, rect, edge);
      return out ? [`cut off or out of its box: "${text.slice(0, 60)}" in ${nameOf(box)}`] : [];
    });
  }

  /** Only what clips hides what is too low; a box that shows it has grown a tail nobody minds. */
  function sinks(box, rect, edge) {
    return getComputedStyle(box).overflowY !== 'visible' && middle(rect) > edge.bottom;
  }

  /** The next box that gives the text its width; none where it may be scrolled to, or is an excerpt by intention. */
  function boxAround(element) {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { display, overflowX, webkitLineClamp } = getComputedStyle(box);
      if (['auto', 'scroll'].includes(overflowX) || !['none', ''].includes(webkitLineClamp)) return undefined;
      if (display !== 'inline' && display !== 'contents') return box;
    }
    return undefined;
  }

  function overlapping(lines) {
    const sorted = lines.toSorted((one, other) => one.rect.top - other.rect.top);
    const found = [];
    for (const [place, one] of sorted.entries())
      for (let next = place + 1; next < sorted.length && sorted[next].rect.top < one.rect.bottom; next++)
        if (touch(one, sorted[next]))
          found.push(`overlapping: "${one.text.slice(0, 40)}" and "${sorted[next].text.slice(0, 40)}"`);
    return found;
  }

  function touch(one, other) {
    const [a, b] = [core(one.rect), core(other.rect)];
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return wide > tolerance && high > tolerance;
  }

  /** Lines stand closer than their boxes are high; what must not touch is where the letters are. */
  function core({ left, right, top, bottom }) {
    const margin = (bottom - top) * 0.28;
    return { left, right, top: top + margin, bottom: bottom - margin };
  }

  /**
   * Words of fields: what is asked for must be readable in whole. Not what was typed into one line: it is longer than
   * any line now and then, and scrolls under the cursor; nor the example a typed text hides.
   */
  function cramped() {
    const pen = document.createElement('canvas').getContext('2d');
    return [...document.querySelectorAll('input[placeholder], select')].filter(asksForSomething).flatMap((field) => {
      const words = field.placeholder ?? field.selectedOptions[0]?.text ?? '';
      const style = getComputedStyle(field);
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      // The browser draws its own arrow into the room of the words; ours stands in the padding.
      const arrow = field.placeholder === undefined && style.appearance !== 'none' ? 16 : 0;
      const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - arrow;
      return pen.measureText(words).width > room + tolerance
        ? [`does not fit: "${words}" in ${nameOf(field)}, ${Math.round(room)} px`]
        : [];
    });
  }

  function asksForSomething(field) {
    return isSeen(field) && (field.placeholder === undefined || field.value === '');
  }

  function rectsOf(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  }

  function isSeen(element) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    return !element.closest('.visually-hidden, svg, option') && !hasClip(element);
  }

  function hasClip(element) {
    for (let box = element; box; box = box.parentElement)
      if (getComputedStyle(box).clipPath === 'inset(50%)') return true;
    return false;
  }

  /** What stands still while the page moves lies over it by intention. */
  function floats(element) {
    for (let box = element; box; box = box.parentElement) {
      const { position, translate } = getComputedStyle(box);
      if (position === 'fixed' || position === 'sticky' || translate !== 'none') return true;
    }
    return false;
  }

  function middle({ top, bottom }) {
    return (top + bottom) / 2;
  }

  function nameOf(element) {
    const classes = [...element.classList].map((name) => `.${name}`).join('');
    return `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}${classes}`;
  }
})();
