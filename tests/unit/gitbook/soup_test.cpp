#include <doctest/doctest.h>

#include <random>

#include "base/text.hpp"
#include "parsed_body.hpp"

/// Tags by chance, closed or not, nested or crossed: every word comes out, or a finding names it.

using namespace triptych;
using namespace triptych::gitbook;

namespace {

constexpr const char* elements[] = {
    "a",          "abbr",    "address",   "article",    "aside",    "b",
    "blockquote", "body",    "button",    "canvas",     "caption",  "center",
    "cite",       "code",    "col",       "colgroup",   "datalist", "dd",
    "del",        "details", "dialog",    "dir",        "div",      "dl",
    "dt",         "em",      "fieldset",  "figcaption", "figure",   "font",
    "footer",     "form",    "frameset",  "h1",         "h3",       "h6",
    "head",       "header",  "hgroup",    "html",       "i",        "iframe",
    "image",      "ins",     "kbd",       "label",      "legend",   "li",
    "listing",    "main",    "map",       "mark",       "marquee",  "math",
    "menu",       "meter",   "mi",        "mtext",      "nav",      "nobr",
    "noscript",   "object",  "ol",        "optgroup",   "option",   "output",
    "p",          "picture", "plaintext", "pre",        "progress", "q",
    "rb",         "rp",      "rt",        "ruby",       "s",        "samp",
    "search",     "section", "select",    "slot",       "small",    "span",
    "strong",     "sub",     "summary",   "sup",        "svg",      "table",
    "tbody",      "td",      "template",  "textarea",   "tfoot",    "th",
    "thead",      "time",    "title",     "tr",         "tt",       "u",
    "ul",         "var",     "video",     "xmp",        "text",     "foreignObject",
    "my-element", "sec",     "unknown"};
constexpr const char* voids[] = {"<br>",   "<hr>",   "<img src=\"a.png\">", "<input>",
                                 "<wbr>",  "<col>",  "<source src=a>",      "<area>",
                                 "<meta>", "<embed>"};
constexpr const char* marks[] = {"\"",
                                 "'",
                                 "< ",
                                 ">",
                                 "</ ",
                                 "<!--",
                                 "-->",
                                 "<!",
                                 "<?",
                                 "/>",
                                 "&",
                                 "&lt;",
                                 "&nbsp;",
                                 "**",
                                 "*",
                                 "_",
                                 "`",
                                 "~~",
                                 "[",
                                 "](x.md)",
                                 "![",
                                 "$$",
                                 "\\",
                                 "{{",
                                 "}}",
                                 "{%",
                                 "%}",
                                 "{% hint %}",
                                 "{% endhint %}",
                                 "{% tab %}",
                                 "{% endtabs %}",
                                 "{% include %}",
                                 "[^1]",
                                 "=\"",
                                 " href=\"",
                                 "|"};
constexpr const char* lines[] = {"\n",
                                 "\n\n",
                                 "\n* ",
                                 "\n  ",
                                 "\n> ",
                                 "\n\n    ",
                                 "\n# ",
                                 "\n```\n",
                                 "\n1. ",
                                 "\n| a |\n| - |\n| ",
                                 "\n---\n",
                                 "\n{% hint %}\n",
                                 "\n{% endhint %}\n",
                                 "\n{% tabs %}\n",
                                 "\n{% tab title=\"x\" %}\n",
                                 "\n{% endtab %}\n",
                                 "\n{% endtabs %}\n",
                                 "\n<!--sec-->\n",
                                 "\n<!--endsec-->\n",
                                 "\n$$\n",
                                 "\n<div>\n\n",
                                 "\n</div>\n",
                                 "\n[^1]: ",
                                 "\n{% unknown %}\n"};

/// A text of tags and words made from a seed; the same on every machine.
class Soup {
public:
    Soup(unsigned seed, bool in_line) : random_(seed), in_line_(in_line) {}

    std::string make(unsigned pieces) {
        for (unsigned i = 0; i < pieces; ++i) add();
        return text_;
    }
    const std::vector<std::string>& words() const { return words_; }

private:
    unsigned below(std::size_t end) { return static_cast<unsigned>(random_() % end); }
    template <std::size_t Count>
    const char* one_of(const char* const (&all)[Count]) {
        return all[below(Count)];
    }
    void add() {
        const unsigned kind = below(20);
        if (kind < 7) return add_word();
        if (kind < 12) return open();
        if (kind < 16) return close();
        if (kind == 16) text_ += one_of(voids);
        if (kind == 17) text_ += one_of(marks);
        if (kind > 17) text_ += in_line_ ? " " : one_of(lines);
    }
    void add_word() {
        words_.push_back("mot" + std::to_string(words_.size()) + "x");
        text_ += words_.back() + " ";
    }
    void open() {
        constexpr const char* attributes[] = {"",
                                              "",
                                              "",
                                              " id=\"i\"",
                                              " class='c'",
                                              " align=center",
                                              " href=\"x.md\"",
                                              " title",
                                              " lang=en",
                                              " colspan=2",
                                              "/"};
        open_.emplace_back(one_of(elements));
        text_ += "<" + open_.back() + one_of(attributes) + ">";
    }
    /// Often what is open, else anything.
    void close() {
        if (open_.empty() || below(4) == 0) {
            text_ += std::string("</") + one_of(elements) + ">";
            return;
        }
        const std::size_t at = below(3) == 0 ? below(open_.size()) : open_.size() - 1;
        text_ += "</" + open_[at] + ">";
        open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(at));
    }

    std::minstd_rand random_;
    bool in_line_;
    std::string text_;
    std::vector<std::string> words_, open_;
};

/// All that became of a page, and what findings say is left out of it.
std::string kept(const ParsedBody& page, const std::string& source) {
    std::string all = page.dump();
    if (page.body.title) all += doc::plain_text(*page.body.title);
    for (const doc::Note& note : page.body.notes) all += doc::dump(note.body);
    // Comments that have an end are the author's.
    for (std::size_t at = source.find("<!--"); at < source.size(); at = source.find("<!--", at + 4))
        if (source.find("-->", at) < source.size())
            all += source.substr(at, source.find("-->", at) - at);
    for (const Diagnostic& finding : page.diagnostics.all()) {
        all += finding.message.english();
        if (finding.message.english().find("left out") != std::string::npos)
            all += source.substr(finding.span.begin, finding.span.end - finding.span.begin);
    }
    return all;
}

/// `text` in one line.
std::string shown(std::string text) { return text::replace_all(std::move(text), "\n", "\\n"); }

void check(const std::string& front, const std::string& back, bool in_line) {
    for (unsigned seed = 1; seed <= 1500; ++seed) {
        Soup soup(seed * 7919, in_line);
        const std::string source = front + soup.make(5 + seed % 40) + back;
        const std::string all = kept(parsed(source), source);
        std::string lost;
        for (const std::string& word : soup.words())
            if (all.find(word) == std::string::npos) lost += ' ' + word;
        CHECK_MESSAGE(lost.empty(), lost, " of: ", shown(source));
    }
}

}  // namespace

TEST_CASE("no word is lost among tags by chance that stand alone") { check("", "\n", false); }
TEST_CASE("no word is lost among tags by chance in a paragraph") {
    check("AVANT ", " APRÈS\n", true);
}
TEST_CASE("no word is lost among tags by chance in an item") {
    check("* AVANT ", " APRÈS\n", true);
}
TEST_CASE("no word is lost among tags by chance in a cell") {
    check("| a |\n| - |\n| ", " |\n", true);
}
TEST_CASE("no word is lost among tags by chance in a cell of HTML") {
    check("<table><tr><td>AVANT ", " APRÈS</td><td>b</td></tr></table>\n", true);
}
