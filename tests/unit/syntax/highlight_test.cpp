#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <triptych/modules.hpp>

#include "base/code_parts.hpp"
#include "base/parallel.hpp"
#include "doc/code_lines.hpp"
#include "syntax/highlight.hpp"
#include "syntax/languages.hpp"

using namespace triptych;

namespace {

TriptychSyntax load_module() {
    static const Modules modules({TRIPTYCH_MODULES_FOLDER});
    REQUIRE((modules.syntax() != nullptr));
    return modules.syntax();
}

doc::Book book_of(doc::Blocks blocks) {
    doc::Book book;
    book.pages.emplace_back().body = std::move(blocks);
    return book;
}

/// `kind:text` of every part.
std::vector<std::string> parts_of(const doc::CodeBlock& code) {
    std::vector<std::string> parts;
    for (const auto& line : doc::code_lines(code))
        for (const auto& piece : line.pieces)
            if (piece.part)
                parts.push_back(std::string(name(*piece.part)) + ":" + std::string(piece.text));
    return parts;
}

void highlight(doc::Book& book, const syntax::Loader& load) {
    syntax::Highlighter highlighter(load);
    for (doc::Page& page : book.pages) {
        highlighter.add(page.body);
        for (doc::Note& note : page.notes) highlighter.add(note.body);
    }
}

std::vector<std::string> parts_of(std::string language, std::string text) {
    doc::Book book =
        book_of({{doc::CodeBlock{std::move(language), "", std::move(text), false, {}}, {}}});
    highlight(book, load_module);
    return parts_of(std::get<doc::CodeBlock>(book.pages[0].body[0].node));
}

using Parts = std::vector<std::string>;

/// Breaks every promise of a module.
bool lie(const char*, const char*, std::size_t size, TriptychSyntaxPart report, void* sink) {
    report(sink, 2, 1, CodePart::keyword);
    report(sink, 0, size + 1, CodePart::keyword);
    report(sink, 0, size, CodePart::keyword);
    report(sink, 0, 1, static_cast<CodePart>(200));
    report(sink, 1, 2, CodePart::string);
    report(sink, 2, 3, CodePart::string);
    report(sink, 0, 1, CodePart::string);
    return true;
}

}  // namespace

TEST_CASE("parts are what they mean in each language") {
    CHECK(parts_of("yaml", "nom: \"a\" # fin\nn: 12\nok: true") ==
          Parts{"key:nom", "string:\"a\"", "comment:# fin", "key:n", "number:12", "key:ok",
                "number:true"});
    CHECK(parts_of("json", "{\"a\": [1, null], \"é\": \"b\"}") ==
          Parts{"key:\"a\"", "number:1", "number:null", "key:\"é\"", "string:\"b\""});
    CHECK(parts_of("html", "<p class=\"a\">x</p>") ==
          Parts{"tag:<p", "key:class=", "string:\"a\"", "tag:</p>"});
    CHECK(parts_of("sql", "SELECT nom FROM t -- fin") ==
          Parts{"keyword:SELECT", "keyword:FROM", "comment:-- fin"});
}

TEST_CASE("signs alone are plain, and so is what no grammar knows") {
    CHECK(parts_of("js", "a + (b || c);") == Parts{});
    CHECK(parts_of("klingon", "if true") == Parts{});
    CHECK(parts_of("text", "if true") == Parts{});
}

TEST_CASE("of a session the commands are code, what they print is not") {
    CHECK(parts_of("console", "$ cd \"a\"\nif then\n$ exit") ==
          Parts{"name:cd", "string:\"a\"", "name:exit"});
}

TEST_CASE("of a patch, lines that come and go") {
    CHECK(parts_of("diff", "@@ -1 +1 @@\n-ancien\n+nouveau\n suite") ==
          Parts{"type:@@ -1 +1 @@", "deleted:-ancien", "inserted:+nouveau"});
}

TEST_CASE("a comment over several lines has a part on each") {
    CHECK(parts_of("css", "/* a\n  b */") == Parts{"comment:/* a", "comment:b */"});
}

TEST_CASE("characters of any size have their parts in place") {
    CHECK(parts_of("py", "x = \"é日😀\" # 😀é") == Parts{"string:\"é日😀\"", "comment:# 😀é"});
    CHECK(parts_of("py", "a = \"\xFF\"") == Parts{});
}

TEST_CASE("every grammar of the table is one of the library") {
    const TriptychSyntax module = load_module();
    for (const auto& language : syntax::languages()) {
        CAPTURE(language.name);
        CHECK(module(
            language.grammar, "a", 1, [](void*, std::size_t, std::size_t, CodePart) {}, nullptr));
    }
    CHECK_FALSE(module(
        "klingon", "a", 1, [](void*, std::size_t, std::size_t, CodePart) {}, nullptr));
}

TEST_CASE("listings in notes and inside other blocks have parts, too") {
    const doc::Block code{doc::CodeBlock{"py", "", "1", false, {}}, {}};
    doc::Book book = book_of({{doc::Callout{{}, {{doc::Quote{{code}}, {}}}}, {}}});
    book.pages[0].notes.push_back({"n", {code}, {}});
    highlight(book, load_module);
    const auto& quote =
        std::get<doc::Quote>(std::get<doc::Callout>(book.pages[0].body[0].node).body[0].node);
    CHECK(std::get<doc::CodeBlock>(quote.body[0].node).parts.size() == 1);
    CHECK(std::get<doc::CodeBlock>(book.pages[0].notes[0].body[0].node).parts.size() == 1);
}

TEST_CASE("several threads may add pages at once") {
    constexpr std::size_t count = 200;
    const doc::Block code{doc::CodeBlock{"py", "", "x = 1  # one", false, {}}, {}};
    std::vector<doc::Blocks> pages(count, {code});
    syntax::Highlighter highlighter(load_module);
    Threads threads(4);
    for_each_index(count, threads, [&](std::size_t i) { highlighter.add(pages[i]); });
    for (const doc::Blocks& page : pages)
        CHECK(parts_of(std::get<doc::CodeBlock>(page[0].node)) ==
              Parts{"number:1", "comment:# one"});
}

TEST_CASE("the module is asked for once, and only for a language that may be known") {
    int asked = 0;
    const auto load = [&]() -> TriptychSyntax {
        ++asked;
        return nullptr;
    };
    const auto code = [](std::string language) {
        return doc::Block{doc::CodeBlock{std::move(language), "", "1", false, {}}, {}};
    };
    doc::Book plain = book_of({code("text"), code(""), code("klingon")});
    highlight(plain, load);
    CHECK(asked == 0);
    doc::Book known = book_of({code("js"), code("py")});
    highlight(known, load);
    CHECK(asked == 1);
    highlight(known, {});
    CHECK(std::get<doc::CodeBlock>(known.pages[0].body[0].node).parts.empty());
}

TEST_CASE("a module that breaks its promises does no harm") {
    doc::Book book = book_of({{doc::CodeBlock{"js", "", "a\nb", false, {}}, {}}});
    highlight(book, [] { return &lie; });
    CHECK(parts_of(std::get<doc::CodeBlock>(book.pages[0].body[0].node)) == Parts{"string:b"});
}

TEST_CASE("what is too large is plain") {
    std::string lines, line = "x = 1";
    for (std::size_t i = 0; i < syntax::most_lines; ++i) lines += "x = 1\n";
    CHECK(parts_of("py", lines).empty());
    CHECK(parts_of("py", lines.substr(0, 600)).size() == 100);
    line += " # " + std::string(600, 'a');
    CHECK(parts_of("py", line + "\nx = 2") == Parts{"number:2"});
    CHECK(parts_of("py", "\"" + std::string(syntax::largest_listing, '\n') + "\"").empty());
}

TEST_CASE("code made to keep expressions busy is given up and plain") {
    std::string lines;
    for (int i = 0; i < 150; ++i) lines += "let a = 1; " + std::string(240, '(') + "a\n";
    for (int i = 0; i < 150; ++i)
        for (int k = 0; k < 120; ++k) lines += k == 119 ? "(a\n" : "(a";
    CHECK(parts_of("ts", lines).empty());
}
