// The style of what only scripts bring: the panels of the bar, the dialog, the cover, what a quiz says.
// Its hash stands in the policy of every page.
var element = document.createElement("style");
element.textContent = style;
document.head.appendChild(element);
