#pragma once

#include <string_view>

namespace triptych::markup {

/// Rules for what MathML Core leaves to style sheets: frames, strokes, where cells stand, tags of
/// equations. A formula in a line is never broken.
inline constexpr std::string_view math_css = R"(
math { white-space: nowrap; }
math .boxed { border: 0.05em solid; padding: 0.25em 0.3em; }
math .rising, math .falling, math .crossed, math .struck {
  print-color-adjust: exact; -webkit-print-color-adjust: exact;
}
math .rising {
  background: linear-gradient(to bottom right, transparent calc(50% - 0.04em), currentColor 0,
    currentColor calc(50% + 0.04em), transparent 0);
}
math .falling {
  background: linear-gradient(to top right, transparent calc(50% - 0.04em), currentColor 0,
    currentColor calc(50% + 0.04em), transparent 0);
}
math .crossed {
  background: linear-gradient(to top right, transparent calc(50% - 0.04em), currentColor 0,
    currentColor calc(50% + 0.04em), transparent 0),
    linear-gradient(to bottom right, transparent calc(50% - 0.04em), currentColor 0,
    currentColor calc(50% + 0.04em), transparent 0);
}
math .struck {
  background: linear-gradient(to bottom, transparent calc(50% - 0.04em), currentColor 0,
    currentColor calc(50% + 0.04em), transparent 0);
}
math .lap-left { transform: translateX(-100%); }
math .lap-both { transform: translateX(-50%); }
math .over-arrow { margin-bottom: -0.5em; }
math .bold { font-weight: 700; }
math .slanted { font-style: italic; }
math .unread { font-family: monospace; font-size: 0.9em; }
mtd.left { text-align: left; text-align: -webkit-left; }
mtd.right { text-align: right; text-align: -webkit-right; }
mtable.equations mtd { padding-left: 0; padding-right: 0; }
mtable.equations mtd.apart { padding-left: 2em; }
mtable.stacked mtd { padding: 0; }
mtable.small mtd { padding: 0.1em 0.25em; }
mtable.small { font-size: 0.75em; }
mtable.tagged { width: 100%; }
mtable.tagged mtd.side { width: 50%; }
mtd.rule-before { border-left: 0.05em solid; }
mtd.rule-behind { border-right: 0.05em solid; }
mtd.rule-over { border-top: 0.05em solid; }
mtd.rule-under { border-bottom: 0.05em solid; }
)";

}  // namespace triptych::markup
