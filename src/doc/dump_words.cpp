#include "doc/dump_words.hpp"

#include <fmt/format.h>

#include "base/match.hpp"
#include "base/text.hpp"

namespace triptych::doc::dump_words {

namespace {

/// True for what an eye can't see or tell apart in a dump: control characters and all spaces but
/// the plain one.
bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || (c >= 0x2000 && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202F) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

}  // namespace

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (c == '\n')
            out += "\\n";
        else if (c == '"' || c == '\\')
            out += {'\\', static_cast<char>(c)};
        else if (is_invisible(c))
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        else
            text::append_code_point(out, c);
    }
    return out + '"';
}

std::string field(std::string_view key, std::string_view value) {
    return value.empty() ? "" : fmt::format(" {}={}", key, quoted(value));
}

std::string share(double width) { return width > 0 ? fmt::format(" width={:.4g}", width) : ""; }

std::string_view flag(bool set, std::string_view text) { return set ? text : std::string_view(); }

std::string name(const Target& target) {
    return std::visit(Match{
                          [](const PageRef& to) {
                              return fmt::format("page {}{}", index(to.page),
                                                 to.element.empty() ? "" : '#' + to.element);
                          },
                          [](const Url& to) { return "url " + quoted(to.address); },
                          [](const FileRef& to) { return fmt::format("file {}", index(to.media)); },
                          [](const TranslationRef& to) {
                              return "translation " + quoted(to.stem) + ' ' + to.page +
                                     (to.element.empty() ? "" : '#' + to.element);
                          },
                          [](const DeadLink& to) { return "dead " + quoted(to.written); },
                      },
                      target);
}

std::string_view name(ParagraphRole role) {
    switch (role) {
        case ParagraphRole::body:
            return "";
        case ParagraphRole::lede:
            return " lede";
        case ParagraphRole::lead_in:
            return " lead-in";
        case ParagraphRole::bold_heading:
            break;
    }
    return " bold-heading";
}

std::string_view name(CalloutKind kind) {
    switch (kind) {
        case CalloutKind::info:
            return "info";
        case CalloutKind::success:
            return "success";
        case CalloutKind::warning:
            return "warning";
        case CalloutKind::danger:
            break;
    }
    return "danger";
}

std::string_view name(TaskState task) {
    switch (task) {
        case TaskState::none:
            return "";
        case TaskState::open:
            return " open";
        case TaskState::done:
            break;
    }
    return " done";
}

std::string_view name(Numbering numbering) {
    switch (numbering) {
        case Numbering::decimal:
            return "";
        case Numbering::lower_letters:
            return " lower-letters";
        case Numbering::upper_letters:
            return " upper-letters";
        case Numbering::lower_roman:
            return " lower-roman";
        case Numbering::upper_roman:
            break;
    }
    return " upper-roman";
}

std::string_view name(Covered covered) {
    switch (covered) {
        case Covered::no:
            return "";
        case Covered::from_above:
            return " covered-from-above";
        case Covered::from_left:
            break;
    }
    return " covered-from-left";
}

std::string_view name(MarkColour colour) {
    constexpr std::string_view names[] = {"none",  "red",  "orange", "yellow",
                                          "green", "blue", "purple", "grey"};
    return names[static_cast<std::size_t>(colour)];
}

std::string_view name(Align align) {
    constexpr std::string_view names[] = {"automatic", "left", "centre", "right"};
    return names[static_cast<std::size_t>(align)];
}

std::string_view name(LinkCardKind kind) {
    constexpr std::string_view names[] = {"page", "web", "video", "file", "api"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace triptych::doc::dump_words
