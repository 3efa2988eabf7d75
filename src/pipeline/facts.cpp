#include <triptych/settings.hpp>

#include <fmt/format.h>

#include "base/language_tag.hpp"
#include "base/parallel.hpp"
#include "gitbook/book/book_keys.hpp"
#include "pipeline/load.hpp"

namespace triptych {
namespace {

/// What was found where `triptych.yaml` says nothing: that of other files, or of the pages.
std::string found_value(const doc::Metadata& metadata, std::string_view key) {
    if (key == "title") return metadata.title;
    if (key == "subtitle") return metadata.subtitle;
    if (key == "description") return metadata.description;
    if (key == "language") return metadata.language;
    if (key == "publisher") return metadata.publisher;
    if (key == "site_url") return metadata.site_url;
    if (key == "authors") return fmt::format("{}", fmt::join(metadata.authors, ", "));
    return {};
}

/// A scalar that means itself in YAML, on one line.
std::string yaml_scalar(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + '"';
}

std::string yaml_value(const Fact& fact) {
    if (fact.items.size() < 2) return yaml_scalar(fact.value);
    std::string out;
    for (const std::string& item : fact.items)
        out += (out.empty() ? "[" : ", ") + yaml_scalar(item);
    return out + ']';
}

}  // namespace

std::optional<std::vector<Fact>> facts_of(const Request& request, Result& result) {
    Threads threads(request.jobs);
    const auto loaded = pipeline::load(request, threads, result);
    result.diagnostics.sort_and_deduplicate();
    if (!loaded) return std::nullopt;
    std::vector<Fact> facts;
    const auto written = gitbook::written_keys(*request.book);
    for (const BookKey& key : book_keys()) {
        if (const auto own = written.find(key.name); own != written.end())
            facts.push_back({std::string(key.name), own->second.value,
                             fmt::format("triptych.yaml:{}", own->second.line)});
        else if (auto found = found_value(loaded->book.metadata, key.name); !found.empty())
            facts.push_back({std::string(key.name),
                             std::move(found),
                             {},
                             key.name == "authors" ? loaded->book.metadata.authors
                                                   : std::vector<std::string>{}});
    }
    return facts;
}

std::string make_book_file(const std::vector<Fact>& facts, std::string_view language) {
    const bool french = is_french(language);
    std::string out =
        french
            ? "# Ce que GitBook ne sait pas du livre. Une ligne qui commence par # ne compte pas.\n"
            : "# What GitBook does not know of the book. A line that begins with # does not "
              "count.\n";
    for (const BookKey& key : book_keys()) {
        out += fmt::format("\n# {}.\n", french ? key.french : key.english);
        const Fact* found = nullptr;
        for (const Fact& fact : facts)
            if (fact.key == key.name) found = &fact;
        if (found)
            out += fmt::format("{}: {}\n", key.name, yaml_value(*found));
        else
            out += fmt::format("# {}: {}\n", key.name, key.example);
    }
    return out;
}

}  // namespace triptych
