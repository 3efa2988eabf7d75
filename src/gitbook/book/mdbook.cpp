#include <algorithm>

// toml++ asserts, or with NDEBUG takes for granted, what it finds to be an error a line later: that
// the name of a table begins with a letter or a quote. Without either, the error is reported.
#undef NDEBUG
#define TOML_ASSERT(condition) static_cast<void>(0)
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include "base/text.hpp"
#include "gitbook/book/neighbour_config.hpp"

namespace triptych::gitbook {
namespace {

/// Place of a value, whose line and column (in characters) the parser gives.
Span span_of(const toml::source_region& region, std::string_view text, FileId file) {
    std::size_t at = 0;
    for (toml::source_index line = 1; line < region.begin.line && at < text.size(); ++line)
        at = std::min(text.find('\n', at), text.size() - 1) + 1;
    for (toml::source_index column = 1; column < region.begin.column && at < text.size(); ++column)
        text::next_code_point(text, at);
    const std::size_t end = std::min(text.find('\n', at), text.size());
    return {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
}

std::string value(const toml::node_view<toml::node>& node) {
    return node.value<std::string>().value_or("");
}

}  // namespace

NeighbourConfig read_mdbook(std::string_view text, FileId file, Diagnostics& diagnostics) {
    NeighbourConfig config;
    config.dialect = Dialect::mdbook;
    config.program = "mdBook";
    config.root = "src";
    config.summary = "SUMMARY.md";
    try {
        toml::table table = toml::parse(text);
        const auto book = table["book"];
        config.title = value(book["title"]);
        config.description = value(book["description"]);
        config.site_url = value(table["output"]["html"]["site-url"]);
        if (const toml::node* language = book["language"].node())
            config.language = {value(book["language"]), span_of(language->source(), text, file)};
        if (const toml::array* authors = book["authors"].as_array())
            for (const toml::node& author : *authors)
                if (const auto name = author.value<std::string>()) config.authors.push_back(*name);
        if (const auto source = book["src"].value<std::string>()) config.root = *source;
    } catch (const toml::parse_error& error) {
        diagnostics.report(Kind::invalid_yaml, span_of(error.source(), text, file),
                           say("invalid TOML: {}", error.description()),
                           say("what it says is not used"));
    }
    return config;
}

}  // namespace triptych::gitbook
