"""How a page looks in a window: what does not fit, what is too pale, what paper does not show."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page
from reader import SCREENS

TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  const page = document.scrollingElement.scrollWidth;
  const found = page > width ? [`${page} px`] : [];
  for (const element of document.querySelectorAll('body *')) {
    const box = element.getBoundingClientRect();
    const beyond = box.width > 1 && (box.right > width + 1 || box.left < -1);
    if (beyond && element.checkVisibility() && !element.closest('.fl-scroll *'))
      found.push(`${element.tagName} ${element.className}: ${element.textContent.trim().slice(0, 30)}`);
  }
  return found.slice(0, 3);
}"""

TITLE_BELOW = "() => document.querySelector('h1').getBoundingClientRect().bottom > innerHeight"

TOO_PALE = """() => {
  const parsed = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
    return {rgb: [red, green, blue], alpha};
  };
  const over = (top, below) =>
    top.rgb.map((part, i) => part * top.alpha + below[i] * (1 - top.alpha));
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element) => {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const layers = [];
    for (let at = element; at; at = at.parentElement)
      layers.unshift(parsed(getComputedStyle(at).backgroundColor));
    return layers.reduce((below, top) => over(top, below), dark ? [18, 18, 18] : [255, 255, 255]);
  };
  for (const box of document.querySelectorAll('details')) box.open = true;
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let count = 0;
  while (texts.nextNode()) {
    const [text, element] = [texts.currentNode.data.trim(), texts.currentNode.parentElement];
    if (!text || !element.checkVisibility()) continue;
    count += 1;
    const [style, below] = [getComputedStyle(element), ground(element)];
    const pair = [luminance(over(parsed(style.color), below)), luminance(below)];
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5))
      found.add(`${ratio.toFixed(2)}: ${element.tagName} ${element.className}: ${text.slice(0, 30)}`);
  }
  return count < 10 ? ['there is hardly any text'] : [...found];
}"""
"""Every text must have the contrast that WCAG 2.2 AA asks for, in boxes that are closed too."""

TOOLS_ON_PAPER = """() => [...document.querySelectorAll('nav, header, button, a[href="#main"]')]
  .filter((one) => one.checkVisibility() && one.getClientRects().length)
  .map((one) => `${one.tagName} ${one.className}`)"""

NOT_ON_PAPER = """() => {
  dispatchEvent(new Event('beforeprint'));
  const shown = (one) =>
    one.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true});
  const teacher = document.body.classList.contains('fl-for--teacher');
  const tools = '.fl-on, .fl-onward, .fl-remote, .fl-projector-note, .fl-at-once, .fl-not-mine';
  const kept = teacher ? tools : `${tools}, .fl-answers, .fl-hint, .fl-afters`;
  const texts = document.querySelectorAll('main :is(h1, h2, h3, p, li, td, th, dt, dd)');
  return [...texts]
    .filter((one) => one.textContent.trim() && !one.closest(kept) && !shown(one))
    .map((one) => one.textContent.trim().slice(0, 40));
}"""
"""A pupil's sheet keeps answers and hints back; a teacher's has all that can be read."""


@dataclass(frozen=True)
class Look:
    """What is wrong with the look of a page."""

    too_wide: list[str]
    title_below: bool
    tools_on_paper: list[str]
    not_on_paper: list[str]
    too_pale: list[str]
    too_pale_in_the_dark: list[str]


def look_at(page: Page, path: str, *, at_size_alone: bool) -> Look:
    """Opens a page once and looks at it in every way, or only at what depends on its words."""
    page.emulate_media(media="screen", color_scheme="light", reduced_motion="reduce")
    page.set_viewport_size(SCREENS["phone"])
    page.goto(path)
    title_below = page.evaluate(TITLE_BELOW)
    page.set_viewport_size(SCREENS["small phone"])
    too_wide = page.evaluate(TOO_WIDE)
    if at_size_alone:
        return Look(too_wide, title_below, [], [], [], [])
    page.emulate_media(media="print")
    tools, missing = page.evaluate(TOOLS_ON_PAPER), page.evaluate(NOT_ON_PAPER)
    page.emulate_media(media="screen", color_scheme="light", reduced_motion="reduce")
    pale = page.evaluate(TOO_PALE)
    page.emulate_media(media="screen", color_scheme="dark", reduced_motion="reduce")
    return Look(too_wide, title_below, tools, missing, pale, page.evaluate(TOO_PALE))
