#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <triptych/build.hpp>
#include <triptych/preview.hpp>

namespace triptych {
namespace {

/// A book whose files change while its folder stays open.
class Draft final : public Files {
public:
    std::optional<std::string> read(std::string_view path) const override {
        const auto found = texts.find(path);
        if (found == texts.end()) return std::nullopt;
        return found->second;
    }
    bool is_file(std::string_view path) const override { return texts.contains(path); }
    bool is_folder(std::string_view path) const override { return path.empty(); }
    std::vector<std::string> list(std::string_view) const override {
        std::vector<std::string> paths;
        for (const auto& [path, text] : texts) paths.push_back(path);
        return paths;
    }

    std::map<std::string, std::string, std::less<>> texts = {
        {"SUMMARY.md", "# Sommaire\n\n* [Un](README.md)\n* [Deux](deux.md)\n* [Trois](trois.md)\n"},
        {"README.md", "# Un carnet\n\nPour *commencer*, un `code`.\n"},
        {"deux.md", "# Deux\n\n## Une section\n\n* un\n* deux\n\n```python\nx = 1\n```\n"},
        {"trois.md", "# Trois\n\n| a | b |\n|---|---|\n| c | d |\n"},
    };
};

/// Adds and takes away what authors write, by chance, the same each time.
class Author {
public:
    explicit Author(Draft& draft) : draft_(draft) {}

    void edit() {
        std::string& text = draft_.texts.at(pages_[any(3)]);
        const std::size_t line = text.find('\n', any(text.size()));
        const std::size_t at = line == std::string::npos ? text.size() : line + 1;
        if (any(3) == 0)
            text.erase(std::max<std::size_t>(at, 20), 1 + any(40));
        else
            text.insert(at, written_[any(written_.size())]);
    }

private:
    std::size_t any(std::size_t below) {
        return below == 0 ? 0 : static_cast<std::size_t>(chance_() % below);
    }

    Draft& draft_;
    std::mt19937 chance_{7};
    const std::vector<std::string> pages_ = {"README.md", "deux.md", "trois.md"};
    const std::vector<std::string> written_ = {
        "\nUne phrase de plus, avec un mot fort long : anticonstitutionnellement.\n",
        "\n## Encore une section 🚀\n\nSon texte, « cité ».\n",
        "\n```python\ndef f(x):\n    return x + 1  # un\n```\n",
        "\n```console\n$ ls -l\ntotal 0\n```\n",
        "\n```bash\n$ ls -l\n```\n",
        "\nΚαλημέρα, Добрый день, **gras *et* italique**, x² ≠ ½.\n",
        "\n{% hint style=\"info\" %}\nÀ savoir, voir [deux](deux.md#une-section).\n{% endhint %}\n",
        "\nUne formule $$\\frac{a}{b}$$ et une note[^1].\n\n[^1]: La note.\n",
        "\n[Un lien](trois.md) et [rien](nulle-part.md).\n",
    };
};

struct AskedForDraft {
    std::unique_ptr<Files> data = folder_files(TRIPTYCH_SOURCE_DIR);
    Draft draft;
    Modules modules{{TRIPTYCH_MODULES_FOLDER}};
    Request request;

    AskedForDraft() {
        request.book = &draft;
        request.data = data.get();
        request.modules = &modules;
        request.panels = {Panel::booklet, Panel::epub, Panel::html};
    }
};

std::string findings_of(const Result& result) {
    std::string text;
    for (const Diagnostic& finding : result.diagnostics.all())
        text += finding.message.english() + '\n';
    return text;
}

}  // namespace

TEST_CASE("a build with memory of those before makes the same files and findings") {
    AskedForDraft asked;
    Author author(asked.draft);
    BuildMemory memory;
    for (int edit = 0; edit < 200; ++edit) {
        author.edit();
        asked.request.memory = &memory;
        const Result kept = build(asked.request);
        asked.request.memory = nullptr;
        const Result cold = build(asked.request);
        INFO("after edit ", edit);
        REQUIRE(kept.outputs.size() == 3);
        REQUIRE(cold.outputs.size() == 3);
        for (std::size_t i = 0; i < 3; ++i)
            REQUIRE((kept.outputs[i].bytes == cold.outputs[i].bytes));
        REQUIRE(findings_of(kept) == findings_of(cold));
        if (edit == 100) memory.forget();
    }
}

TEST_CASE("a preview shows the e-book before the rest, and the same with memory") {
    AskedForDraft asked;
    BuildMemory memory;
    const auto look = [&](BuildMemory* kept) {
        asked.request.memory = kept;
        std::size_t early = 0;
        Preview preview(asked.request, [&](const Preview& now) {
            early = now.documents().size();
            CHECK(now.pages().empty());
            CHECK(now.slides().empty());
        });
        CHECK(early >= 3);
        CHECK(preview.documents().size() == early);
        return std::pair(preview.ebook(), preview.slides() + preview.page_picture(0, 200));
    };
    const auto cold = look(nullptr);
    look(&memory);
    CHECK((look(&memory) == cold));
}

}  // namespace triptych
