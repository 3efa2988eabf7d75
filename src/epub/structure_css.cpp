#include "epub/structure_css.hpp"

#include <fmt/format.h>

#include <string_view>

#include "markup/table_css.hpp"

namespace triptych::epub {
namespace {

/// Rules that hold for every layout. Colours come after them, inside a media query: with a dark
/// ground the reader's own colours are better than ours.
constexpr std::string_view structure = R"(
html { color-scheme: light dark; }
body { margin: 0 4%; overflow-wrap: break-word; }
@media (min-width: 60em) { body > section, body > nav { max-width: 44em; margin-inline: auto; } }
h1, h2, h3, h4, h5, h6 {
  break-after: avoid; page-break-after: avoid;
  hyphens: none; -webkit-hyphens: none; text-align: start;
}
p { margin: 0 0 0.6em; hyphens: auto; -webkit-hyphens: auto; orphans: 2; widows: 2; }
.part { padding: 12% 8%; border-radius: 0.3em; min-height: 60vh; }
.part-number { font-size: 6em; line-height: 1; text-align: end; margin: 0 0 0.2em; }
.part-title { margin: 0 0 1em; }
.part-chapters { list-style: none; padding: 0; }
.part-chapters a { text-decoration: none; }
.lead-in, .bold-heading { break-after: avoid; page-break-after: avoid; }
.further { margin: 0.8em 0; }
.numeral { font-variant-numeric: lining-nums; }
ul, ol { padding-inline-start: 1.4em; margin: 0 0 0.8em; }
ul { list-style-type: disc; }
li { margin-bottom: 0.25em; }
li > ul, li > ol { margin-top: 0.25em; }
li > ul:last-child, li > ol:last-child { margin-bottom: 0; }
:not(.steps) > li ul:not([class]) { list-style-type: "– "; }
:not(.steps) > li :not(.steps) > li ul:not([class]) { list-style-type: disc; }
:not(.steps) > li :not(.steps) > li :not(.steps) > li ul:not([class]) { list-style-type: "– "; }
.tasks { list-style: none; padding-inline-start: 0; }
.tasks > li { padding-inline-start: 1.6em; }
.box { display: inline-block; width: 1.6em; margin-inline-start: -1.6em; }
.callout {
  margin: 1em 0; padding: 0.6em 0.9em; border-inline-start: 0.3em solid;
  break-inside: avoid; page-break-inside: avoid;
}
.callout > :last-child, .link-card > :last-child, .cards > li > :last-child,
li > p:only-child, td > :last-child { margin-bottom: 0; }
blockquote { margin: 1em 0; padding-inline-start: 1em; border-inline-start: 0.15em solid; }
figure { margin: 1em 0; break-inside: avoid; page-break-inside: avoid; }
figure.code { break-inside: auto; page-break-inside: auto; }
img { max-width: 100%; height: auto; }
figure img { background: #fff; }
img.inline { height: 1em; vertical-align: -0.1em; }
.gallery img { width: 48%; }
.cover { margin: 0; text-align: center; }
.cover img { max-height: 100vh; }
.banner { width: 100%; aspect-ratio: 3; object-fit: cover; }
figcaption, caption { text-align: start; margin-top: 0.4em; }
.code figcaption { margin: 0; break-after: avoid; page-break-after: avoid; }
.table { margin: 1em 0; }
.table[tabindex] { overflow-x: auto; }
.table[tabindex] table { min-width: 36em; }
.table td, .table th { overflow-wrap: break-word; hyphens: auto; -webkit-hyphens: auto; }
table { border-collapse: collapse; width: 100%; }
th, td {
  text-align: start; vertical-align: top; padding: 0.35em 0.5em; margin: 0;
  border-bottom: 1px solid;
}
.centre { text-align: center; }
.right { text-align: end; }
pre {
  white-space: pre-wrap; overflow-wrap: anywhere; hyphens: none; -webkit-hyphens: none;
  padding: 0.6em; border: 1px solid;
}
code, kbd { hyphens: none; -webkit-hyphens: none; overflow-wrap: anywhere; }
pre.drawing { white-space: pre; overflow-x: auto; }
pre .line, pre mark { display: inline-block; min-width: 100%; }
pre .line, pre .hangs { max-width: 100%; box-sizing: border-box; }
pre .hangs { display: inline-block; }
pre code { counter-reset: line; }
.numbered::before {
  counter-increment: line; content: counter(line); display: inline-block; width: 4ch;
  text-indent: 0; opacity: 0.7;
}
kbd { border: 1px solid; border-radius: 0.2em; padding: 0 0.3em; }
pre code { font-size: 1em; }
mark { color: inherit; background: none; text-decoration: underline; }
math[display="block"] { margin: 1em 0; }
.steps { list-style: decimal; }
.cards {
  list-style: none; padding-inline-start: 0; display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(13em, 100%), 1fr)); gap: 0.8em;
}
.cards > li, .link-card, .missing-picture {
  border: 1px solid; border-radius: 0.25em; padding: 0.6em 0.9em; margin: 0 0 0.8em;
  break-inside: avoid; page-break-inside: avoid;
}
.cards > li { margin: 0; }
.cards figure { margin: 0 0 0.5em; }
.cards figure img { width: 100%; height: 8em; object-fit: cover; display: block; }
.columns { display: flex; flex-wrap: wrap; gap: 1em; }
.columns > div { flex: 1 1 14em; }
.tag { border: 1px solid; border-radius: 0.8em; padding: 0 0.5em; }
.notes { margin-top: 2em; border-top: 1px solid; }
.notes aside { padding-inline-start: 2em; }
.note-number { float: inline-start; margin-inline-start: -2em; }
nav ol { list-style: none; padding-inline-start: 0; }
nav ol ol { padding-inline-start: 1.4em; margin: 0.2em 0 0.4em; }
nav a { text-decoration: none; }
nav > ol > li { margin-bottom: 0.5em; }
pre, .cards > li, .link-card, .missing-picture, kbd, .tag, th, td, .notes, hr {
  border-color: rgba(128, 128, 128, 0.45);
}
hr { border-style: solid; border-width: 1px 0 0; margin: 1.2em 0; }
@media (prefers-color-scheme: dark) { a { color: #9cc3ff; } picture img { background: none; } }
@media print { a { text-decoration: none; } }
)";

/// Second lines of listings are set in from the start of their first.
std::string hanging_lines() {
    std::string out;
    constexpr int width_of_number = 4;
    for (int characters = 2; characters <= 22; characters += 2)
        out += fmt::format(
            ".hang-{0} {{ padding-inline-start: {0}ch; text-indent: -{0}ch; }}\n"
            ".numbered.hang-{0} {{ padding-inline-start: {1}ch; text-indent: -{1}ch; }}\n",
            characters, characters + width_of_number);
    return out;
}

}  // namespace

std::string structure_css() {
    return std::string(structure) + markup::stacked_tables_css(".stacks", "(max-width: 30em)") +
           markup::stacked_tables_css(".stacks-early", "(max-width: 48em)") + hanging_lines();
}

}  // namespace triptych::epub
