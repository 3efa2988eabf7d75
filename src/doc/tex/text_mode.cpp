#include <array>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "doc/tex/commands.hpp"
#include "doc/tex/reading.hpp"

/// Words inside formulas: `\text{…}` and its kin.
namespace triptych::doc::tex {

namespace {

struct TextSign {
    std::string_view command, text;
};
constexpr TextSign text_signs[] = {
    {" ", " "},
    {",", "\u202F"},
    {":", "\u2005"},
    {";", "\u2005"},
    {"!", ""},
    {"/", ""},
    {"-", ""},
    {"quad", "\u2003"},
    {"qquad", "\u2003\u2003"},
    {"enspace", "\u2002"},
    {"thinspace", "\u202F"},
    {"space", " "},
    {"textdollar", "$"},
    {"textasciitilde", "~"},
    {"textasciicircum", "^"},
    {"textbackslash", "\\"},
    {"textbar", "|"},
    {"textbardbl", "‖"},
    {"textless", "<"},
    {"textgreater", ">"},
    {"textunderscore", "_"},
    {"textbraceleft", "{"},
    {"textbraceright", "}"},
    {"textellipsis", "…"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textdegree", "°"},
    {"textsterling", "£"},
    {"textregistered", "®"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"o", "ø"},
    {"O", "Ø"},
    {"ss", "ß"},
    {"aa", "å"},
    {"AA", "Å"},
    {"i", "ı"},
    {"j", "ȷ"},
    {"l", "ł"},
    {"L", "Ł"},
    {"LaTeX", "LaTeX"},
    {"TeX", "TeX"},
    {"textdagger", "†"},
    {"textdaggerdbl", "‡"},
    {"copyright", "©"},
    {"textcopyright", "©"},
    {"\\", " "},
};
constexpr TextSign text_accents[] = {
    {"'", "\u0301"}, {"`", "\u0300"}, {"^", "\u0302"}, {"\"", "\u0308"},
    {"~", "\u0303"}, {"=", "\u0304"}, {".", "\u0307"}, {"u", "\u0306"},
    {"v", "\u030C"}, {"H", "\u030B"}, {"r", "\u030A"}, {"c", "\u0327"},
};

template <std::size_t count>
const TextSign* find_text_sign(const TextSign (&table)[count], std::string_view command) {
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [&](const TextSign& one) { return one.command == command; });
    return found == std::end(table) ? nullptr : found;
}

/// Goes through the raw text once; formulas and commands with arguments are read where they stand.
class WordsReader {
public:
    WordsReader(std::string_view raw, WordsLook look, Reading& reading)
        : raw_(raw), look_(look), reading_(reading), lexer_(raw, reading.macros) {}

    Nodes read() {
        while (at_ < raw_.size() && !reading_.failed()) step();
        flush();
        return std::move(nodes_);
    }

private:
    void step() {
        const char c = raw_[at_];
        if (c == '$') return formula();
        if (c == '\\') return command();
        ++at_;
        if (c == '~')
            words_ += "\u00A0";
        else if (ascii::is_space(c))
            words_ += ' ';
        else if (c != '{' && c != '}')
            words_ += c;
    }
    void formula() {
        const std::size_t end = raw_.find('$', at_ + 1);
        if (end == std::string_view::npos) {
            words_ += raw_[at_++];
            return;
        }
        flush();
        add(read_inside(raw_.substr(at_ + 1, end - at_ - 1), reading_));
        at_ = end + 1;
    }
    void command() {
        lexer_.seek(at_);
        const std::string_view written = lexer_.take_written().text;
        const std::string_view name = written.substr(1);
        at_ += written.size();
        if (const auto* accent = find_text_sign(text_accents, name)) return put_accent(*accent);
        if (name.size() > 1)
            while (at_ < raw_.size() && ascii::is_space(raw_[at_])) ++at_;
        if (const auto* sign = find_text_sign(text_signs, name)) {
            words_ += sign->text;
        } else if (const auto* words = find_command(words_commands, name)) {
            flush();
            add(read_words(argument(), {look_.bold || words->bold, look_.italic || words->italic},
                           reading_));
        } else if (!name.empty() && !ascii::is_letter(name.front())) {
            words_ += name;
        } else {
            flush();
            add(in_text(written, name));
        }
    }
    /// What formulas know, or the command as it is written.
    Nodes in_text(std::string_view written, std::string_view name) {
        if (const auto* symbol = find_symbol(name)) return {node_of(*symbol)};
        return {reading_.keep(written)};
    }
    std::string_view argument() {
        lexer_.seek(at_);
        const auto value = lexer_.take_raw_argument();
        at_ = lexer_.offset();
        return value;
    }
    void put_accent(const TextSign& accent) {
        const std::string letter(argument());
        words_ += text::nfc(letter + std::string(accent.text));
    }
    void flush() {
        if (!words_.empty()) nodes_.push_back({Words{words_, look_.bold, look_.italic}});
        words_.clear();
    }
    void add(Nodes nodes) {
        for (auto& node : nodes) nodes_.push_back(std::move(node));
    }

    std::string_view raw_;
    WordsLook look_;
    Reading& reading_;
    Lexer lexer_;  ///< one for all commands: each would look through the rest of the text first
    std::size_t at_ = 0;
    std::string words_;
    Nodes nodes_;
};

}  // namespace

Nodes read_words(std::string_view raw, WordsLook look, Reading& reading) {
    if (++reading.depth > Reading::deepest) reading.fail("{");
    Nodes nodes = WordsReader(raw, look, reading).read();
    --reading.depth;
    return nodes;
}

std::optional<std::string> plain_words(const Nodes& nodes) {
    std::string words;
    for (const auto& node : nodes) {
        if (const auto* letters = std::get_if<Words>(&node.content))
            words += letters->text;
        else if (const auto* identifier = std::get_if<Identifier>(&node.content))
            words += identifier->text;
        else if (const auto* number = std::get_if<Number>(&node.content))
            words += number->text;
        else if (const auto* sign = std::get_if<Operator>(&node.content))
            words += sign->text == "−" ? "-" : sign->text;
        else if (const auto* space = std::get_if<Space>(&node.content))
            words += space->width > 0 ? "\u202F" : "";
        else if (const auto* group = std::get_if<Group>(&node.content)) {
            const auto inner = plain_words(group->body);
            if (!inner) return std::nullopt;
            words += *inner;
        } else {
            return std::nullopt;
        }
    }
    return words;
}

}  // namespace triptych::doc::tex
