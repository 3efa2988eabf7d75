#include "gitbook/convert/inline_fixups.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/ascii.hpp"
#include "base/match.hpp"
#include "base/text.hpp"
#include "gitbook/convert/text_marks.hpp"
#include "gitbook/syntax/placeholders.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_shown = 40;

/// Whether something that `Finisher::add_special` looks for may begin with `c`.
bool is_special(char c) {
    return c == ':' || c == '*' || c == '{' || c == '&' || c == ']' || c == '\xE1' || c == '\xE2' ||
           c == '\xEF';
}

void list_noise(Converter& converter, std::string_view noise, Span span) {
    converter.body.changes.push_back({span, std::string(noise), {}, "editor-noise"});
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + part.size()))
        ++count;
    return count;
}

/// Whether a text that begins with `**` is one that Markdown makes bold wherever it is read:
/// between asterisks and letters there is nothing (CommonMark §6.2). Then it stands where it is not
/// read.
bool markdown_would_be_bold(std::string_view text) {
    const std::size_t end = text.find("**", 3);
    const auto is_letter = [&](std::size_t at) {
        return ascii::is_alphanumeric(static_cast<unsigned char>(text[at]));
    };
    return end != text.npos && is_letter(2) && is_letter(end - 1);
}

/// What has a line, a ground or a colour of its own, blanks at its ends too.
doc::Inlines* drawn_body(doc::Inline& node) {
    if (auto* kind = std::get_if<doc::Link>(&node.node)) return &kind->body;
    if (auto* kind = std::get_if<doc::Mark>(&node.node)) return &kind->body;
    if (auto* kind = std::get_if<doc::Strikethrough>(&node.node)) return &kind->body;
    return nullptr;
}

enum class Edge : std::uint8_t { start, end };

/// Takes the blank off an end of such an inline, which the editor takes into it with the word that
/// was selected; false where there is none, or nothing else.
bool take_blank(doc::Inline& node, Edge edge) {
    doc::Inlines* const body = drawn_body(node);
    if (body == nullptr || body->empty()) return false;
    const auto at = edge == Edge::start ? body->begin() : body->end() - 1;
    auto* const text = std::get_if<doc::Text>(&at->node);
    if (text == nullptr || (text->text == " " && body->size() == 1)) return false;
    if (edge == Edge::start ? !text->text.starts_with(' ') : !text->text.ends_with(' '))
        return false;
    text->text.erase(edge == Edge::start ? 0 : text->text.size() - 1, 1);
    if (text->text.empty()) body->erase(at);
    return true;
}

class Finisher {
public:
    explicit Finisher(Converter& converter) : converter_(converter) {}

    doc::Inlines finish(doc::Inlines inlines) {
        doc::Inlines out;
        out.reserve(inlines.size());
        for (doc::Inline& node : inlines) add(std::move(node), out);
        return out;
    }

private:
    void add(doc::Inline node, doc::Inlines& out);
    void add_text(std::string_view text, Span span, doc::Inlines& out);
    std::size_t add_special(std::string_view text, std::size_t at, Span span, doc::Inlines& out);
    std::size_t report_emphasis(std::string_view text, std::size_t at, Span span,
                                doc::Inlines& out);
    void report_link(Span span);
    void report_shortcode(std::string_view name, Span span);
    void report_tag(std::string_view text, std::size_t at, Span span);
    std::string& text_end(Span span, doc::Inlines& out);
    template <typename Styled>
    bool keep_styled(Styled& styled) {
        const bool had_body = !styled.body.empty();
        styled.body = finish(std::move(styled.body));
        return had_body && !styled.body.empty();
    }

    Converter& converter_;
    Span reported_tag_, looked_for_emphasis_, looked_for_link_;  ///< once a text is enough
    bool after_space_ = true;  ///< the next space would be doubled or first
};

std::string& Finisher::text_end(Span span, doc::Inlines& out) {
    if (!out.empty())
        if (auto* last = std::get_if<doc::Text>(&out.back().node)) {
            out.back().span.end = std::max(out.back().span.end, span.end);
            return last->text;
        }
    out.push_back({doc::Text{}, span});
    return std::get<doc::Text>(out.back().node).text;
}

// Long because it names every kind of inline node.
void Finisher::add(doc::Inline node, doc::Inlines& out) {
    const auto styled = [&](auto& kind) { return keep_styled(kind); };
    const auto solid = [&] {
        after_space_ = false;
        return true;
    };
    const bool keep =
        std::visit(Match{
                       [&](doc::Text& text) {
                           add_text(text.text, node.span, out);
                           return false;
                       },
                       [&](doc::Emphasis& kind) { return styled(kind); },
                       [&](doc::Strong& kind) { return styled(kind); },
                       [&](doc::Strikethrough& kind) { return styled(kind); },
                       [&](doc::Superscript& kind) { return styled(kind); },
                       [&](doc::Subscript& kind) { return styled(kind); },
                       [&](doc::Mark& kind) { return styled(kind); },
                       [&](doc::Foreign& kind) { return styled(kind); },
                       [&](doc::Ruby& kind) { return styled(kind); },
                       [&](doc::Link& link) {
                           // One without words is called by its address.
                           if (!styled(link)) after_space_ = false;
                           return true;
                       },
                       [&](doc::Code&) { return solid(); },
                       [&](doc::Keyboard&) { return solid(); },
                       [&](doc::Math&) { return solid(); },
                       [&](doc::InlineImage&) { return solid(); },
                       [&](doc::NoteReference&) { return solid(); },
                       [](doc::Anchor&) { return true; },
                       [&](doc::LineBreak&) {
                           if (!out.empty())
                               if (auto* last = std::get_if<doc::Text>(&out.back().node))
                                   while (last->text.ends_with(' ')) last->text.pop_back();
                           after_space_ = true;
                           return true;
                       },
                   },
                   node.node);
    if (!keep) return;
    const bool leads = take_blank(node, Edge::start), trails = take_blank(node, Edge::end);
    const Span span = node.span;
    if (leads) text_end({span.file, span.begin, span.begin}, out) += ' ';
    out.push_back(std::move(node));
    if (trails) text_end({span.file, span.end, span.end}, out) += ' ';
}

void Finisher::report_tag(std::string_view text, std::size_t at, Span span) {
    if (span == reported_tag_) return;
    reported_tag_ = span;
    const std::string_view source = converter_.written(span);
    std::string_view tag = text.substr(at, longest_shown);
    while (tag.size() == longest_shown && (tag.back() & 0x80) != 0) tag.remove_suffix(1);
    tag = tag.substr(0, tag.find('\n'));
    if (const std::size_t end = tag.find("%}"); end != tag.npos) tag = tag.substr(0, end + 2);
    if (source.find("\\{%") != std::string_view::npos)
        converter_.diagnostics.report(Kind::escaped_tag, span,
                                      say("tag '{}' is escaped and printed as text", tag),
                                      say("remove the backslashes if the tag is meant"));
    else
        converter_.diagnostics.report(Kind::unknown_tag, span, say("'{}' is printed as text", tag),
                                      say("a tag stands alone on its line"));
}

/// Handles what is special at `at`; returns the offset behind it, or `at`.
std::size_t Finisher::add_special(std::string_view text, std::size_t at, Span span,
                                  doc::Inlines& out) {
    std::size_t behind = at;
    if (text.substr(at, emphasis_gap.size()) == emphasis_gap) return at + emphasis_gap.size();
    if (const std::size_t length = noise_at(text, at); length != 0) {
        list_noise(converter_, shown_name(text.substr(at, length)), span);
        return at + length;
    }
    if (text.substr(at, 2) == "](") report_link(span);
    if (text.substr(at, 2) == "**") return report_emphasis(text, at, span, out);
    if (text[at] == ':') {
        if (const std::string_view emoji = shortcode_at(text, behind); !emoji.empty()) {
            text_end(span, out) += emoji;
            after_space_ = false;
            return behind;
        }
        report_shortcode(unknown_shortcode_at(text, at), span);
    }
    if (text.substr(at, 2) != "{%") return at;
    if (const auto name = file_name_at(text, behind)) {
        out.push_back({doc::Code{std::string(*name)}, span});
        after_space_ = false;
        return behind;
    }
    report_tag(text, at, span);
    return at;
}

void Finisher::report_shortcode(std::string_view name, Span span) {
    if (name.empty()) return;
    converter_.diagnostics.report(Kind::unknown_emoji, span,
                                  say("no emoji is called ':{}:'; it is printed as text", name),
                                  say("write the emoji itself"));
}

/// Asterisks that are text, though the author surely meant them as emphasis.
std::size_t Finisher::report_emphasis(std::string_view text, std::size_t at, Span span,
                                      doc::Inlines& out) {
    if (span != looked_for_emphasis_) {
        looked_for_emphasis_ = span;
        const std::string_view written = converter_.written(span);
        const bool escaped = count_of(written, "\\*\\*") % 2 == 1;
        const bool in_html = !escaped && markdown_would_be_bold(text.substr(at));
        if (escaped || written.find("**") != std::string_view::npos)
            converter_.diagnostics.report(
                Kind::failed_emphasis, span,
                escaped   ? say("'**' is escaped and printed as text")
                : in_html ? say("Markdown is not read inside this HTML: '**' is printed as text")
                          : say("'**' is printed as text, since it neither opens nor closes bold"),
                escaped   ? say("remove it, or the backslashes if bold is meant")
                : in_html ? say("write '<strong>…</strong>', or set the words apart from the tags "
                                "by blank lines")
                          : say("no space may stand inside the asterisks"));
    }
    text_end(span, out).append(text.substr(at, 2));
    after_space_ = false;
    return at + 2;
}

/// A link that is text, since the editor has put backslashes into it.
void Finisher::report_link(Span span) {
    if (span == looked_for_link_) return;
    looked_for_link_ = span;
    const std::string_view written = converter_.written(span);
    if (written.find("]\\(") == std::string_view::npos &&
        written.find("\\](") == std::string_view::npos)
        return;
    converter_.diagnostics.report(Kind::escaped_tag, span,
                                  say("link is escaped and printed as text"),
                                  say("remove the backslashes if a link is meant"));
}

void Finisher::add_text(std::string_view text, Span span, doc::Inlines& out) {
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (ascii::is_space(c)) {
            if (!after_space_ && !is_between_ideographs(text, at)) text_end(span, out) += ' ';
            after_space_ = true;
            ++at;
            continue;
        }
        if (is_special(c)) {
            const std::size_t behind = add_special(text, at, span, out);
            if (behind != at) {
                at = behind;
                continue;
            }
        }
        std::size_t end = at + 1;
        while (end < text.size() && !ascii::is_space(text[end]) && !is_special(text[end])) ++end;
        text_end(span, out).append(text.substr(at, end - at));
        after_space_ = false;
        at = end;
    }
}

/// Signs that no path or formula has in front of a backslash at its end.
bool ends_with_stop(std::string_view text) {
    static constexpr std::array<std::string_view, 9> stops = {
        ".", "!", "?", ";", ",", ")", "\xE2\x80\xA6", "\xC2\xBB", "\xE2\x80\x9D"};
    return std::any_of(stops.begin(), stops.end(),
                       [&](std::string_view stop) { return text.ends_with(stop); });
}

/// A backslash that escapes nothing: the editor's mark for a break that has no next line. The
/// editor takes its own mark for text when it reads the page again, and escapes it.
bool is_lone_backslash(const Converter& converter, std::string_view text, Span span) {
    if (!text.ends_with('\\')) return false;
    if (text == "\\" || text.ends_with(" \\")) return true;
    if (ends_with_stop(text.substr(0, text.size() - 1))) return true;
    const std::string_view source = text::trim(converter.written(span));
    return source.ends_with('\\') && !source.ends_with("\\\\");
}

doc::Inlines* body_of(doc::Inline& node) {
    if (auto* kind = std::get_if<doc::Strong>(&node.node)) return &kind->body;
    if (auto* kind = std::get_if<doc::Emphasis>(&node.node)) return &kind->body;
    if (auto* kind = std::get_if<doc::Mark>(&node.node)) return &kind->body;
    return nullptr;
}

/// Takes one trace of the editor off the end; false when there is none.
bool trim_end_once(Converter& converter, doc::Inlines& inlines) {
    if (inlines.empty()) return false;
    doc::Inline& last = inlines.back();
    if (std::holds_alternative<doc::LineBreak>(last.node)) {
        list_noise(converter, "line break at the end", last.span);
        inlines.pop_back();
        return true;
    }
    if (auto* text = std::get_if<doc::Text>(&last.node)) {
        const bool backslash = is_lone_backslash(converter, text->text, last.span);
        const bool trims = text->text.ends_with(' ') || backslash;
        if (backslash) list_noise(converter, "\\", last.span);
        if (trims) text->text.pop_back();
        if (!text->text.empty()) return trims;
        inlines.pop_back();
        return true;
    }
    doc::Inlines* body = body_of(last);
    if (body == nullptr) return false;
    const bool trims = trim_end_once(converter, *body);
    if (!body->empty()) return trims;
    inlines.pop_back();
    return true;
}

}  // namespace

void finish_inlines(Converter& converter, doc::Inlines& inlines) {
    inlines = Finisher(converter).finish(std::move(inlines));
    while (trim_end_once(converter, inlines)) {
    }
    std::size_t breaks = 0;
    while (breaks < inlines.size() && std::holds_alternative<doc::LineBreak>(inlines[breaks].node))
        ++breaks;
    inlines.erase(inlines.begin(), inlines.begin() + static_cast<std::ptrdiff_t>(breaks));
}

doc::Inlines finished_text(Converter& converter, std::string text, Span span) {
    doc::Inlines inlines{text_inline(std::move(text), span)};
    finish_inlines(converter, inlines);
    return inlines;
}

bool is_blank(const doc::Inlines& inlines) {
    for (const doc::Inline& node : inlines) {
        const auto* text = std::get_if<doc::Text>(&node.node);
        const bool blank = (text != nullptr && text::trim(text->text).empty()) ||
                           std::holds_alternative<doc::LineBreak>(node.node);
        if (!blank) return false;
    }
    return true;
}

}  // namespace triptych::gitbook
