#include "gitbook/site.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <triptych/files.hpp>

#include "base/text.hpp"
#include "gitbook/yaml.hpp"

namespace triptych::gitbook {
namespace {

constexpr int deepest_section = 20;

struct Candidate {
    SiteSpace space;
    Span span;
    bool preferred = false;
};

class SiteReader {
public:
    SiteReader(const YamlSource& source, const EditionChoice& choice, Diagnostics& diagnostics)
        : source_(source), choice_(choice), diagnostics_(diagnostics) {}

    std::vector<SiteSpace> read(const YAML::Node& structure) {
        read_children(structure, {}, 0);
        return std::move(spaces_);
    }

private:
    void read_children(const YAML::Node& nodes, const std::string& section, int depth) {
        if (!nodes.IsSequence() || depth > deepest_section) return;
        std::vector<Candidate> editions;
        for (const auto& node : nodes) {
            if (is_true(child(node, "draft"))) continue;
            const std::string title = scalar(child(node, "title"));
            if (scalar(child(node, "type")) != "space") {
                read_children(child(node, "children"), title, depth + 1);
            } else if (auto space = read_space(node, section.empty() ? title : section)) {
                editions.push_back(std::move(*space));
            }
        }
        choose(std::move(editions), section);
    }

    std::optional<Candidate> read_space(const YAML::Node& node, const std::string& title) {
        const YAML::Node content = child(node, "content");
        const YAML::Node directory = child(content, "directory");
        if (!directory.IsScalar()) return std::nullopt;
        std::string written = scalar(directory);
        while (written.starts_with('/')) written.erase(0, 1);
        auto root = normal_path(written);
        if (!root) {
            diagnostics_.report(Kind::path_outside_book, span_of(directory, source_),
                                "folder '" + written + "' is outside the book");
            return std::nullopt;
        }
        while (root->ends_with('/')) root->pop_back();
        const Span span = span_of(directory, source_);
        if (is_true(child(node, "hidden")) && choice_.hidden == HiddenPages::leave_out) {
            diagnostics_.report(Kind::page_left_out, span,
                                "space '" + title + "' is hidden and left out");
            return std::nullopt;
        }
        return Candidate{{title, std::move(*root), scalar(child(content, "language"))},
                         span,
                         is_true(child(node, "default"))};
    }

    /// Spaces of one section in several languages are one text told several times: one is taken.
    void choose(std::vector<Candidate> editions, const std::string& section) {
        if (editions.empty()) return;
        const std::string language = section.empty() ? "" : language_of(editions);
        for (Candidate& edition : editions) {
            if (language.empty() || same_language(edition.space.language, language)) {
                spaces_.push_back(std::move(edition.space));
                continue;
            }
            diagnostics_.report(Kind::page_left_out, edition.span,
                                "the edition in '" + edition.space.language +
                                    "' is left out for the one in '" + language + "'",
                                "choose with 'language' in triptych.yaml");
        }
    }

    std::string language_of(const std::vector<Candidate>& editions) const {
        const Candidate* chosen = &editions.front();
        for (const Candidate& edition : editions)
            if (edition.preferred) chosen = &edition;
        for (const Candidate& edition : editions)
            if (same_language(edition.space.language, choice_.language)) chosen = &edition;
        return chosen->space.language;
    }

    const YamlSource& source_;
    const EditionChoice& choice_;
    Diagnostics& diagnostics_;
    std::vector<SiteSpace> spaces_;
};

}  // namespace

Site parse_site(std::string_view text, FileId file, const EditionChoice& choice,
                Diagnostics& diagnostics) {
    const YamlSource source{text, file};
    const auto yaml = parse_yaml(source, diagnostics);
    if (!yaml) return {};
    const YAML::Node site = child(*yaml, "site");
    return {scalar(child(site, "title")),
            SiteReader(source, choice, diagnostics).read(child(site, "structure"))};
}

bool same_language(std::string_view a, std::string_view b) {
    const auto primary = [](std::string_view tag) {
        return text::lower_case(tag.substr(0, std::min(tag.find_first_of("-_"), tag.size())));
    };
    return primary(a) == primary(b);
}

}  // namespace triptych::gitbook
