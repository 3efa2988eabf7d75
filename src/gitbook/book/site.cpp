#include "gitbook/book/site.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <triptych/files.hpp>

#include "base/is_one_of.hpp"
#include "base/meant_language.hpp"
#include "base/text.hpp"
#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {
namespace {

constexpr int deepest_site_section = 20;

/// What a space inherits from the sections and groups around it.
struct Surroundings {
    YAML::Node section;  ///< the section whose editions the spaces are; null outside sections
    bool hidden = false;
    int depth = 0;
};

struct Candidate {
    SiteSpace space;
    Span span;
    bool preferred = false;
    YAML::Node titled;  ///< the node that bears the title
};

class SiteReader {
public:
    SiteReader(const YamlSource& source, const EditionChoice& choice, Diagnostics& diagnostics)
        : source_(source), choice_(choice), diagnostics_(diagnostics), wanted_(choice.language) {}

    Site read(const YAML::Node& structure) {
        read_children(structure, {YAML::Node(), false, 0});
        return std::move(site_);
    }

private:
    void read_children(const YAML::Node& nodes, const Surroundings& around) {
        if (!nodes.IsSequence() || around.depth > deepest_site_section) return;
        std::vector<Candidate> editions;
        for (const auto& entry : nodes) {
            const YAML::Node& node = entry;
            if (is_true(child(node, "draft"))) continue;
            const std::string type = scalar(child(node, "type"));
            const bool hidden = around.hidden || is_true(child(node, "hidden"));
            if (type == "space") {
                if (auto space = read_space(node, around.section, hidden))
                    editions.push_back(std::move(*space));
                if (around.section.IsMap()) continue;  // an edition among others
            }
            choose(std::exchange(editions, {}));
            read_children(child(node, "children"),
                          {type == "section" ? node : YAML::Node(), hidden, around.depth + 1});
        }
        choose(std::move(editions));
    }

    std::optional<Candidate> read_space(const YAML::Node& node, const YAML::Node& section,
                                        bool hidden) {
        const YAML::Node content = child(node, "content");
        const YAML::Node directory = child(content, "directory");
        if (!directory.IsScalar()) return std::nullopt;
        std::string written = scalar(directory);
        while (written.starts_with('/')) written.erase(0, 1);
        auto root = normal_path(written);
        const Span span = span_of(directory, source_);
        if (!root) {
            diagnostics_.report(Kind::path_outside_book, span,
                                say("folder '{}' is outside the book", written));
            return std::nullopt;
        }
        while (root->ends_with('/')) root->pop_back();
        const YAML::Node titled = section.IsMap() ? section : node;
        if (hidden && choice_.hidden == HiddenPages::leave_out) {
            diagnostics_.report(
                Kind::page_left_out, span,
                say("space '{}' is hidden and left out", title_of(titled, wanted_)));
            site_.left_out.push_back(std::move(*root));
            return std::nullopt;
        }
        return Candidate{{{}, std::move(*root), scalar(child(content, "language"))},
                         span,
                         is_true(child(node, "default")),
                         titled};
    }

    /// Spaces of one section in several languages are one text told several times: one is taken.
    void choose(std::vector<Candidate> editions) {
        if (editions.empty()) return;
        note_languages(editions);
        const std::string language = language_of(editions);
        if (wanted_.empty()) wanted_ = language;
        for (Candidate& edition : editions) {
            if (language.empty() || same_language(edition.space.language, language)) {
                edition.space.title = title_of(edition.titled, wanted_);
                site_.spaces.push_back(std::move(edition.space));
                continue;
            }
            if (!choice_.others_are_made)
                diagnostics_.report(Kind::page_left_out, edition.span,
                                    say("the edition in '{}' is left out for the one in '{}'",
                                        edition.space.language, language),
                                    say("choose with --language or 'language' in triptych.yaml"));
            site_.left_out.push_back(std::move(edition.space.root));
        }
    }

    void note_languages(const std::vector<Candidate>& editions) {
        if (editions.size() < 2) return;
        for (const Candidate& edition : editions)
            if (!edition.space.language.empty())
                add_language(meant_language(edition.space.language), site_.languages);
    }

    std::string language_of(const std::vector<Candidate>& editions) const {
        const Candidate* chosen = &editions.front();
        for (const Candidate& edition : editions)
            if (edition.preferred) chosen = &edition;
        for (const Candidate& edition : editions)
            if (same_language(edition.space.language, wanted_)) chosen = &edition;
        return chosen->space.language;
    }

    static std::string title_of(const YAML::Node& node, const std::string& language) {
        const YAML::Node titles = child(node, "localizedTitle");
        if (titles.IsMap() && !language.empty())
            for (const auto& title : titles)
                if (same_language(scalar(title.first), language)) return scalar(title.second);
        return scalar(child(node, "title"));
    }

    const YamlSource& source_;
    const EditionChoice& choice_;
    Diagnostics& diagnostics_;
    std::string wanted_;  ///< language; "" until it is known
    Site site_;
};

}  // namespace

Site parse_site(std::string_view text, FileId file, const EditionChoice& choice,
                Diagnostics& diagnostics) {
    const YamlSource source{text, file};
    const auto yaml = yaml::parse(source, diagnostics);
    if (!yaml) return {};
    const YAML::Node node = child(*yaml, "site");
    Site site = SiteReader(source, choice, diagnostics).read(child(node, "structure"));
    site.title = scalar(child(node, "title"));
    return site;
}

void add_language(const std::string& language, std::vector<std::string>& languages) {
    if (!language.empty() && !is_one_of(language, languages)) languages.push_back(language);
}

bool same_language(std::string_view a, std::string_view b) {
    const auto primary = [](std::string_view tag) {
        return text::lower_case(tag.substr(0, std::min(tag.find_first_of("-_"), tag.size())));
    };
    return primary(a) == primary(b);
}

}  // namespace triptych::gitbook
