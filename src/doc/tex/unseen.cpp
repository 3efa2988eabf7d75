#include <algorithm>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "doc/tex/reading.hpp"

/// Commands that define, name and refer, and those that set nothing.
namespace triptych::doc::tex {

namespace {

/// `\newcommand{\name}[2][first]{…}`, whose name may stand without braces.
void define_command(Reading& reading) {
    Lexer& lexer = reading.lexer;
    lexer.take_written_if("*");
    std::string_view name = text::trim(lexer.take_raw_argument());
    if (name.starts_with('\\')) name.remove_prefix(1);
    Macro macro{std::string(name), 0, {}};
    if (const auto count = lexer.take_raw_option())
        if (count->size() == 1 && ascii::is_digit(count->front()))
            macro.arguments = static_cast<std::size_t>(count->front() - '0');
    if (const auto first = lexer.take_raw_option()) macro.first = std::string(*first);
    macro.body = std::string(lexer.take_raw_argument());
    if (reading.macros.defined.size() < Macros::most && !name.empty())
        reading.macros.defined.push_back(std::move(macro));
}

/// `\def\name#1#2{…}`.
void define_by_pattern(Reading& reading) {
    Lexer& lexer = reading.lexer;
    const Token name = lexer.take_written();
    Macro macro{std::string(name.command()), 0, {}};
    while (lexer.peek().text == "#") {
        lexer.take();
        lexer.take();
        ++macro.arguments;
    }
    macro.body = std::string(lexer.take_raw_argument());
    if (reading.macros.defined.size() < Macros::most && name.is_command())
        reading.macros.defined.push_back(std::move(macro));
}

/// `\let\name=\other`.
void define_alike(Reading& reading) {
    Lexer& lexer = reading.lexer;
    const Token name = lexer.take_written();
    lexer.take_written_if("=");
    const Token other = lexer.take_written();
    const auto* known = reading.macros.find(other.command());
    Macro macro = known ? *known : Macro{{}, 0, std::string(other.text)};
    macro.name = std::string(name.command());
    if (reading.macros.defined.size() < Macros::most && name.is_command() &&
        name.text != other.text)
        reading.macros.defined.push_back(std::move(macro));
}

void read_tag(Reading& reading) {
    const bool bare = reading.lexer.take_if("*");
    const Nodes nodes = read_words(reading.lexer.take_raw_argument(), {}, reading);
    const std::string words = plain_words(nodes).value_or("");
    reading.marks.tag = bare ? words : "(" + words + ")";
}

/// A name that the book has no number for.
Nodes read_reference(std::string_view name, Reading& reading) {
    const std::string_view label = reading.lexer.take_raw_argument();
    reading.tell(label, say("reference to equation '{}', which is not there", label),
                 say("give that equation a \\label"));
    return {{Unread{"\\" + std::string(name) + "{" + std::string(label) + "}"}}};
}

bool sets_nothing(std::string_view name) {
    return is_one_of(name, {"relax", "allowbreak", "nobreak", "displaylimits", "DOTSB", "DOTSI",
                            "DOTSX", "noindent", "strut", "hfill", "centering", "limits",
                            "nolimits", "bgroup", "egroup", "protect", "ensuremath"});
}

}  // namespace

std::optional<Nodes> read_unseen(std::string_view name, Reading& reading) {
    if (is_one_of(name, {"newcommand", "renewcommand", "providecommand", "DeclareMathOperator"})) {
        define_command(reading);
        if (name == "DeclareMathOperator" && !reading.macros.defined.empty()) {
            auto& body = reading.macros.defined.back().body;
            body = "\\operatorname{" + body + "}";
        }
    } else if (is_one_of(name, {"def", "gdef", "edef", "xdef"})) {
        define_by_pattern(reading);
    } else if (is_one_of(name, {"let", "global", "long"})) {
        if (name == "let") define_alike(reading);
    } else if (name == "tag") {
        read_tag(reading);
    } else if (name == "label") {
        reading.marks.label = std::string(text::trim(reading.lexer.take_raw_argument()));
    } else if (is_one_of(name, {"ref", "eqref"})) {
        return read_reference(name, reading);
    } else if (is_one_of(name, {"nonumber", "notag"})) {
        reading.marks.counts = false;
    } else if (!sets_nothing(name)) {
        return std::nullopt;
    }
    return Nodes{};
}

}  // namespace triptych::doc::tex
