#include "typeset/flow/further.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "base/words.hpp"
#include "typeset/inline/text_run.hpp"

namespace triptych::typeset {
namespace {

bool begins_with_words(std::string_view text, std::string_view words) {
    return text.size() >= words.size() &&
           text::lower_case(text.substr(0, words.size())) == text::lower_case(words);
}

/// Bytes of a colon with the spaces around it, at the beginning of `text`; zero when there is none.
std::size_t length_of_colon(std::string_view text) {
    std::size_t at = 0;
    bool found = false;
    while (at < text.size()) {
        std::size_t next = at;
        const char32_t c = text::next_code_point(text, next);
        const bool is_space = c == ' ' || c == 0xA0 || c == 0x202F;
        if (!is_space && (found || c != ':')) break;
        found = found || c == ':';
        at = next;
    }
    return found ? at : 0;
}

}  // namespace

std::optional<FurtherLine> further_line(const doc::Callout& callout) {
    if (callout.body.size() != 1) return std::nullopt;
    const auto* paragraph = std::get_if<doc::Paragraph>(&callout.body.front().node);
    if (paragraph == nullptr || paragraph->body.empty()) return std::nullopt;
    const auto* first = std::get_if<doc::Text>(&paragraph->body.front().node);
    if (first == nullptr) return std::nullopt;
    for (const char* language : {"fr", "en"}) {
        const std::string_view words = word_in(language, Word::go_further);
        if (!begins_with_words(first->text, words)) continue;
        const std::string_view behind = std::string_view(first->text).substr(words.size());
        const std::size_t colon = length_of_colon(behind);
        if (colon == 0) continue;
        FurtherLine line{first->text.substr(0, words.size()), std::string(behind.substr(0, colon)),
                         paragraph->body};
        std::get<doc::Text>(line.rest.front().node).text = behind.substr(colon);
        if (behind.size() == colon) line.rest.erase(line.rest.begin());
        if (line.rest.empty()) return std::nullopt;
        return line;
    }
    return std::nullopt;
}

void add_further(const FurtherLine& line, const Column& column, Flow& flow) {
    const style::BlockStyle& style = flow.style(style::Role::further);
    style::TextStyle strong = style.text;
    strong.weight = 700;
    strong.colour = flow.context().medium.link;
    const pages::ElementId element = flow.add_element(column.parent, pages::Tag::paragraph);
    const std::array runs = {TextRun{"→ ", &strong}, TextRun{line.lead, &strong},
                             TextRun{line.colon, &style.text}};
    Line lead = set_line(runs, element, flow.context());
    const Column inner = column.inset(style.indent_left, style.indent_right);
    flow.space(style.space_before);
    const std::size_t first = flow.size();
    for (Line& set :
         set_paragraph({line.rest, style.text, inner.measure, lead.width, element}, flow.context()))
        flow.add(row_of(std::move(set), style.text, inner.left, flow.context()), inner);
    if (flow.size() == first) return;
    put_first(std::move(lead), inner.left, flow.rows()[first]);
    guard_lines(first, flow);
    if (column.frame < 0) settle(first, style.space_after, Slack::shared, flow);
    flow.space(style.space_after);
}

}  // namespace triptych::typeset
