#include "gitbook/read.hpp"

#include <map>

#include <doctest/doctest.h>

#include "doc/walk.hpp"

using namespace triptych;
using namespace triptych::gitbook;

namespace {

using Entries = std::map<std::string, std::string>;

struct BookRead {
    std::optional<doc::Book> book;
    Diagnostics diagnostics;
    Sources sources;

    /// All findings as `kind file:line`, in order.
    std::string findings() const {
        std::string text;
        for (const Diagnostic& found : diagnostics.all()) {
            const Location place = sources.locate(found.span);
            text += std::string(slug(found.kind)) + ' ' + std::string(place.file) + ':' +
                    std::to_string(place.line) + '\n';
        }
        return text;
    }
};

BookRead read_book(Entries entries, const Options& options = {}) {
    const auto files = memory_files(std::move(entries));
    BookRead outcome;
    outcome.book = read(*files, options, outcome.sources, outcome.diagnostics);
    return outcome;
}

/// A book of which a folder can't be opened and a page can't be read.
class ShutFiles final : public Files {
public:
    explicit ShutFiles(Entries entries) : open_(memory_files(std::move(entries))) {}
    std::optional<std::string> read(std::string_view path) const override {
        return path == "shut.md" ? std::nullopt : open_->read(path);
    }
    bool is_file(std::string_view path) const override { return open_->is_file(path); }
    bool is_folder(std::string_view path) const override { return open_->is_folder(path); }
    std::vector<std::string> list(std::string_view folder) const override {
        return open_->list(folder);
    }
    triptych::Listing listing(std::string_view folder) const override {
        return {open_->list(folder), {".cache", "node_modules/x", "shut"}};
    }
    Obstacle obstacle(std::string_view path) const override {
        return path.starts_with("shut") ? Obstacle::no_permission : open_->obstacle(path);
    }

private:
    std::unique_ptr<Files> open_;
};

/// What is said of such a book, a line a finding.
std::string said_of_shut(Entries entries) {
    Sources sources;
    Diagnostics diagnostics;
    static_cast<void>(read(ShutFiles(std::move(entries)), Options(), sources, diagnostics));
    std::string said;
    for (const Diagnostic& found : diagnostics.all())
        if (found.kind == Kind::unreadable_source)
            said += found.message.in(MessageLanguage::english) + '\n';
    return said;
}

/// The first inline of kind `Node` in `inlines`, at any depth.
template <typename Node>
const Node* first(const doc::Inlines& inlines) {
    for (const doc::Inline& node : inlines) {
        if (const auto* found = std::get_if<Node>(&node.node)) return found;
        const Node* inside = nullptr;
        doc::for_each_child(node, [&](const doc::Inlines& children) {
            if (inside == nullptr) inside = first<Node>(children);
        });
        if (inside != nullptr) return inside;
    }
    return nullptr;
}

template <typename Node>
const Node* first_inline(const doc::Blocks& blocks) {
    const Node* found = nullptr;
    for (const doc::Block& block : blocks)
        doc::for_each_child(
            block,
            [&](const doc::Inlines& inlines) {
                if (found == nullptr) found = first<Node>(inlines);
            },
            [&](const doc::Blocks& children) {
                if (found == nullptr) found = first_inline<Node>(children);
            });
    return found;
}

template <typename Node>
const Node* first_block(const doc::Blocks& blocks) {
    for (const doc::Block& block : blocks)
        if (const auto* found = std::get_if<Node>(&block.node)) return found;
    return nullptr;
}

}  // namespace

TEST_CASE("folders that can't be opened are missed where pages lie in folders") {
    CHECK(said_of_shut({{"README.md", "# A"}, {"shut.md", ""}}) ==
          "the folder 'shut' can't be opened: what lies in it is missing\n"
          "page 'shut.md' can't be read: you have no permission to read it\n");
    CHECK(said_of_shut({{"README.md", "# A"}, {"SUMMARY.md", "* [A](README.md)"}}).empty());
    CHECK(said_of_shut({{"README.md", "# A"}, {"SUMMARY.md", "* [B](shut/b.md)"}}) ==
          "page 'shut/b.md' can't be read: you have no permission to read it\n");
}

TEST_CASE("a folder becomes parts and pages") {
    const auto outcome =
        read_book({{"SUMMARY.md",
                    "# Sommaire\n\n* [Accueil](README.md)\n\n## Guide\n\n"
                    "* [Un (court)](guide/un.md)\n  * [Deux](guide/deux/README.md)\n"},
                   {"README.md", "# Bienvenue\n\nTexte.\n"},
                   {"guide/un.md", "---\ndescription: La première\n---\n\n# Page un\n"},
                   {"guide/deux/README.md", "Sans titre.\n"}});
    REQUIRE(outcome.book);
    const doc::Book& book = *outcome.book;
    CHECK(outcome.findings() == "");
    CHECK(book.metadata.title == "Bienvenue");
    CHECK(book.metadata.language == "fr");
    REQUIRE(book.parts.size() == 2);
    CHECK(doc::plain_text(book.parts[1].title) == "Guide");
    CHECK(book.parts[1].pages == std::vector<PageId>{PageId{1}, PageId{2}});
    REQUIRE(book.pages.size() == 3);
    CHECK(book.pages[1].id == "un");
    CHECK(doc::plain_text(book.pages[1].title) == "Page un");
    CHECK(book.pages[1].short_title == "Un (court)");
    CHECK(book.pages[1].description == "La première");
    const auto* lede = first_block<doc::Paragraph>(book.pages[1].body);
    REQUIRE(lede);
    CHECK(lede->role == doc::ParagraphRole::lede);
    CHECK(book.pages[2].id == "deux");
    CHECK(doc::plain_text(book.pages[2].title) == "Deux");
    CHECK(book.pages[2].depth == 1);
}

TEST_CASE("pages of one name get ids with their folder") {
    const auto outcome = read_book(
        {{"SUMMARY.md", "* [A](a/acces.md)\n* [B](b/acces.md)\n* [C](b/acces/README.md)\n"},
         {"a/acces.md", "# A\n"},
         {"b/acces.md", "# B\n"},
         {"b/acces/README.md", "# C\n"}});
    REQUIRE(outcome.book);
    CHECK(outcome.book->pages[0].id == "acces");
    CHECK(outcome.book->pages[1].id == "b-acces");
    CHECK(outcome.book->pages[2].id == "b-acces-1");
}

TEST_CASE("links are typed and file names become titles") {
    const auto outcome =
        read_book({{"SUMMARY.md", "* [A](a.md)\n* [B](b.md)\n"},
                   {"a.md", "# A\n\nVoir [b.md](b.md \"mention\").\n"},
                   {"b.md", "# Le titre de B\n\n## Un point\n\nVoir [le point](#un-point).\n"}});
    REQUIRE(outcome.book);
    CHECK(outcome.findings() == "");
    const auto* mention = first_inline<doc::Link>(outcome.book->pages[0].body);
    REQUIRE(mention);
    CHECK(doc::plain_text(mention->body) == "Le titre de B");
    CHECK(std::get<doc::PageRef>(mention->target).page == PageId{1});
    const auto* point = first_inline<doc::Link>(outcome.book->pages[1].body);
    REQUIRE(point);
    CHECK(std::get<doc::PageRef>(point->target).element == "b--un-point");
}

TEST_CASE("dead links keep their text and are reported with their place") {
    const auto outcome = read_book({{"a.md", "# A\n\nVoir\n[la suite](absente.md).\n"}});
    REQUIRE(outcome.book);
    CHECK(outcome.findings() == "broken-link a.md:4\n");
    const auto* link = first_inline<doc::Link>(outcome.book->pages[0].body);
    REQUIRE(link);
    CHECK(std::holds_alternative<doc::DeadLink>(link->target));
    CHECK(doc::plain_text(link->body) == "la suite");
}

TEST_CASE("pictures are shared, described and missed") {
    const auto outcome =
        read_book({{"SUMMARY.md", "* [A](a.md)\n* [B](d/b.md)\n"},
                   {"alt.yaml", "img/x.png: Un schéma\n"},
                   {"img/x.png", "x"},
                   {"img/y.png", "y"},
                   {"a.md", "# A\n\n![](img/y.png)\n\n![](img/x.png)\n"},
                   {"d/b.md", "# B\n\n![](../img/x.png)\n\n![Le plan](plan.png)\n"}});
    REQUIRE(outcome.book);
    CHECK(outcome.findings() == "missing-alternative a.md:3\nmissing-image d/b.md:5\n");
    const doc::Book& book = *outcome.book;
    REQUIRE(book.media.size() == 2);
    CHECK(book.media[0].path == "img/y.png");
    CHECK(book.media[1].path == "img/x.png");
    const auto* figure = first_block<doc::Figure>(book.pages[1].body);
    REQUIRE(figure);
    CHECK(figure->pictures[0].media == MediaId{1});
    CHECK(figure->pictures[0].alternative == "Un schéma");
    const auto* missing = first_block<doc::MissingPicture>(book.pages[1].body);
    REQUIRE(missing);
    CHECK(missing->path == "plan.png");
    CHECK(missing->alternative == "Le plan");
}

TEST_CASE("hidden pages are left out and links to them are no errors") {
    const Entries entries = {{"SUMMARY.md", "* [A](a.md)\n  * [B](b.md)\n    * [C](c.md)\n"},
                             {"a.md", "# A\n\n[la page](b.md)\n"},
                             {"b.md", "---\nhidden: true\n---\n# B\n"},
                             {"c.md", "# C\n"}};
    const auto outcome = read_book(entries);
    REQUIRE(outcome.book);
    REQUIRE(outcome.book->pages.size() == 2);
    CHECK(outcome.book->pages[1].depth == 1);
    CHECK(outcome.findings() == "page-left-out b.md:1\nlink-out-of-book a.md:3\n");
    const auto whole = read_book(entries, {.selection = {.hidden = HiddenPages::include}});
    REQUIRE(whole.book);
    REQUIRE(whole.book->pages.size() == 3);
    CHECK(whole.book->pages[1].hidden);
    CHECK(whole.book->pages[2].depth == 2);
}

TEST_CASE("included text links from its own file") {
    const auto outcome = read_book(
        {{"SUMMARY.md", "* [A](d/a.md)\n* [B](b.md)\n"},
         {"d/a.md", "# A\n\n{% include \"../.gitbook/includes/note.md\" %}\n"},
         {".gitbook/includes/note.md", "---\ntitle: note\n---\n\nVoir [B](../../b.md).\n"},
         {"b.md", "# La page B\n"}});
    REQUIRE(outcome.book);
    CHECK(outcome.findings() == "");
    const auto* link = first_inline<doc::Link>(outcome.book->pages[0].body);
    REQUIRE(link);
    CHECK(std::get<doc::PageRef>(link->target).page == PageId{1});
}

TEST_CASE("an English book is told by its words") {
    const auto outcome =
        read_book({{"a.md", "# The page\n\nThis is for you and your team to read.\n"}});
    REQUIRE(outcome.book);
    CHECK(outcome.book->metadata.language == "en");
    CHECK(outcome.findings() == "language-assumed :0\n");
}

TEST_CASE("a folder without pages can't be read") {
    const auto outcome = read_book({{"picture.png", "x"}});
    CHECK_FALSE(outcome.book);
    CHECK(outcome.diagnostics.has_errors());
}

TEST_CASE("line ends, byte order marks and bad bytes are repaired") {
    const auto outcome = read_book(
        {{"a.md", "\xEF\xBB\xBF---\r\nicon: x\r\n---\r\n\r\n# Titre\r\n\r\nA\xFFz \xC3\xA9\r\n"}});
    REQUIRE(outcome.book);
    CHECK(doc::plain_text(outcome.book->pages[0].title) == "Titre");
    CHECK(doc::plain_text(outcome.book->pages[0].body) == "A\xEF\xBF\xBDz é");
    CHECK(outcome.findings() == "language-assumed :0\ninvalid-utf8 a.md:7\n");
}

TEST_CASE("the number of threads changes nothing") {
    Entries entries;
    std::string summary;
    for (int i = 0; i < 60; ++i) {
        const std::string number = std::to_string(i);
        summary += "* [x](p" + number + ".md)\n";
        std::string& page = entries["p" + number + ".md"];
        page = "# Page " + number + "\n\n## Titre\n\n";
        for (int j = 0; j < 20; ++j)
            page += "[x](p" + std::to_string((i * 7 + j) % 60) +
                    ".md) [y](absent.md) https://example.org/" + number + " ~~z~~ ![](i" +
                    std::to_string(i % 3) + ".png)\n\n";
    }
    entries["SUMMARY.md"] = summary;
    for (int i = 0; i < 3; ++i) entries["i" + std::to_string(i) + ".png"] = "x";
    const auto one = read_book(entries);
    REQUIRE(one.book);
    for (const unsigned jobs : {2U, 4U, 8U}) {
        Threads threads(jobs);
        const auto several = read_book(entries, {.threads = threads});
        CHECK((doc::dump(*one.book) == doc::dump(*several.book)));
        CHECK((one.findings() == several.findings()));
    }
}

TEST_CASE("headings in boxes with titles rank under those titles") {
    const auto levels = [](const std::string& box) {
        const BookRead outcome = read_book({{"README.md", "# T\n\n## Deux\n\n" + box}});
        std::string found;
        const auto look = [&](const auto& self, const doc::Blocks& blocks) -> void {
            for (const doc::Block& block : blocks) {
                if (const auto* heading = std::get_if<doc::Heading>(&block.node))
                    found += std::to_string(heading->level);
                doc::for_each_child(
                    block, [](const doc::Inlines&) {},
                    [&](const doc::Blocks& inner) { self(self, inner); });
            }
        };
        look(look, outcome.book->pages[0].body);
        return found;
    };
    CHECK(levels("{% hint %}\n#### Dedans\n{% endhint %}\n") == "23");
    CHECK(levels("{% tabs %}\n{% tab title=\"A\" %}\n#### Dedans\n{% endtab %}\n{% endtabs %}\n") ==
          "24");
    CHECK(levels("{% tabs %}\n{% tab %}\n#### Dedans\n{% endtab %}\n{% endtabs %}\n") == "23");
    CHECK(levels("<details><summary>S</summary>\n\n#### Dedans\n\n</details>\n\n### Trois\n") ==
          "243");
}

TEST_CASE("pictures written into their address are handed over under a name of their content") {
    std::map<std::string, std::string> pictures;
    Options options;
    options.picture_found = [&](const std::string& name, std::string bytes) {
        pictures.emplace(name, std::move(bytes));
    };
    const BookRead outcome = read_book(
        {{"README.md",
          "# T\n\n![a](data:image/png;base64,UE5H)\n\n![b](data:image/svg+xml,%3Csvg/%3E) "
          "![a](data:image/png;base64,UE5H)\n\n![c](data:image/png;base64,*)\n"}},
        options);
    REQUIRE(pictures.size() == 2);
    REQUIRE(outcome.book->media.size() == 2);
    CHECK(pictures.at(outcome.book->media[0].path) == "PNG");
    CHECK(pictures.at(outcome.book->media[1].path) == "<svg/>");
    CHECK(outcome.book->media[1].path.ends_with(".svg"));
    CHECK(outcome.findings().find("missing-image") != std::string::npos);
}
