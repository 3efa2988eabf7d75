#include "gitbook/book/book_plans.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/file_title.hpp"
#include "base/language_tag.hpp"
#include "gitbook/book/slide_values.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::uint16_t most_minutes = 600, most_slides = 9999, deepest = 6;

/// What a list of plans is about.
struct Subject {
    std::vector<std::string_view> keys;
    Message is_list;   ///< where it is something else
    Message has_keys;  ///< where one of them is no mapping
    Message (*taken)(const std::string& name);
    Message name_each;
};

const Subject decks{{"name", "title", "pages", "detail", "layout", "template", "minutes", "slides"},
                    say("'decks' is a list of decks"),
                    say("a deck has keys"),
                    [](const std::string& name) { return say("two decks are called '{}'", name); },
                    say("give each deck a name of its own")};
const Subject editions{
    {"name", "title", "subtitle", "pages", "depth", "panels", "layout", "template", "detail",
     "minutes", "slides", "imposition", "language", "handout", "session"},
    say("'editions' is a list of editions"),
    say("an edition has keys"),
    [](const std::string& name) { return say("two editions are called '{}'", name); },
    say("give each edition a name of its own")};

/// What decks and editions have in common.
doc::DeckPlan read_deck(const SlideValues& values) {
    doc::DeckPlan plan;
    plan.title = values.text("title");
    const std::string name = values.text("name");
    if (name.empty() && values.span_of_value("name").file != FileId::none)
        values.report("name", say("the name is empty"),
                      say("write one; the files are called after it"));
    plan.name = file_title(name.empty() ? plan.title : name);
    plan.pages = values.patterns("pages");
    plan.detail = values.detail();
    plan.layout = values.text("layout");
    plan.slides_template = {values.text("template"), values.span()};
    plan.minutes = values.number("minutes", 1, most_minutes, say("a number of minutes"));
    plan.slides = values.number("slides", 1, most_slides, say("a number of slides"));
    plan.span = values.span();
    return plan;
}

std::optional<std::vector<Panel>> read_panels(const SlideValues& values) {
    static const std::map<std::string, Panel> names = {{"booklet", Panel::booklet},
                                                       {"epub", Panel::epub},
                                                       {"slides", Panel::slides},
                                                       {"pptx", Panel::pptx},
                                                       {"html", Panel::html}};
    std::set<Panel> found;
    for (const auto& written : values.entries("panels")) {
        const auto name = names.find(scalar(written));
        if (name == names.end())
            values.report(written, say("'{}' is no output", scalar(written)),
                          say("write booklet, epub, slides, pptx or html"));
        else
            found.insert(name->second);
    }
    if (found.empty()) return std::nullopt;
    return std::vector(found.begin(), found.end());
}

std::optional<Imposition> read_imposition(const SlideValues& values) {
    const std::string written = values.text("imposition");
    if (written.empty()) return std::nullopt;
    Imposition imposition;
    if (set_binding(written, imposition)) return imposition;
    values.report("imposition", say("'{}' is no way to bind", written),
                  say("write {}", say_known(binding_names)));
    return std::nullopt;
}

std::optional<Handout> read_handout(const SlideValues& values) {
    const std::string written = values.text("handout");
    for (const Handout handout : {Handout::one, Handout::three, Handout::six})
        if (written == std::to_string(static_cast<int>(handout))) return handout;
    if (!written.empty())
        values.report("handout", say("'{}' is no number of slides on a sheet", written),
                      say("write 1, 3 or 6"));
    return std::nullopt;
}

std::string read_language(const SlideValues& values) {
    std::string written = values.text("language");
    if (written.empty() || is_language_tag(written)) return written;
    values.report("language", say("'{}' is no language", written),
                  say("write its tag, for example 'fr' or 'en-GB'"));
    return {};
}

doc::EditionPlan read_edition(const SlideValues& values) {
    doc::EditionPlan plan;
    plan.deck = read_deck(values);
    plan.subtitle = values.text("subtitle");
    plan.language = read_language(values);
    if (const auto depth = values.number("depth", 0, deepest, say("a depth of the outline")))
        plan.depth = static_cast<std::uint8_t>(*depth);
    plan.panels = read_panels(values);
    plan.imposition = read_imposition(values);
    plan.handout = read_handout(values);
    plan.session = values.yes_or_no("session").value_or(false);
    return plan;
}

/// The plans of a list, each with a name that no other has.
template <typename Plan, typename Read, typename NameOf>
std::vector<Plan> read_plans(const YAML::Node& node, const YamlSource& source,
                             Diagnostics& diagnostics, const Subject& subject, const Read& read,
                             const NameOf& name_of) {
    std::vector<Plan> plans;
    if (node.IsNull()) return plans;
    if (!node.IsSequence()) {
        diagnostics.report(Kind::invalid_value, span_of(node, source), subject.is_list,
                           say("write lines such as '- {{name: accueil, pages: [guide/*]}}'"));
        return plans;
    }
    std::set<std::string> names;
    for (const auto& entry : node) {
        const SlideValues values(entry, source, diagnostics);
        if (!entry.IsMap()) {
            values.report(entry, subject.has_keys, say("write 'name', 'pages', 'minutes' …"));
            continue;
        }
        report_unknown_keys(entry, subject.keys, source, diagnostics);
        Plan plan = read(values);
        if (!names.insert(name_of(plan)).second) {
            values.report(entry, subject.taken(name_of(plan)), subject.name_each);
            continue;
        }
        plans.push_back(std::move(plan));
    }
    return plans;
}

}  // namespace

std::vector<doc::DeckPlan> read_deck_plans(const YAML::Node& node, const YamlSource& source,
                                           Diagnostics& diagnostics) {
    return read_plans<doc::DeckPlan>(node, source, diagnostics, decks, read_deck,
                                     [](const doc::DeckPlan& plan) { return plan.name; });
}

WrittenLists read_lists(const YAML::Node& root, const YamlSource& source,
                        Diagnostics& diagnostics) {
    const SlideValues values(root, source, diagnostics);
    WrittenLists written;
    written.lists.index = values.yes_or_no("index").value_or(false);
    for (const auto& entry : values.entries("lists")) {
        const std::string name = scalar(entry);
        if (name == "figures")
            written.lists.figures = true;
        else if (name == "tables")
            written.lists.tables = true;
        else
            values.report(entry, say("'{}' is no list", name), say("write figures or tables"));
    }
    const std::string figures = values.text("figures");
    written.numbered_figures = figures == "numbered";
    if (!figures.empty() && figures != "numbered" && figures != "plain")
        values.report("figures", say("'{}' is no way to show figures", figures),
                      say("write 'numbered' or 'plain'"));
    return written;
}

std::vector<doc::EditionPlan> read_edition_plans(const YAML::Node& node, const YamlSource& source,
                                                 Diagnostics& diagnostics) {
    return read_plans<doc::EditionPlan>(
        node, source, diagnostics, editions, read_edition,
        [](const doc::EditionPlan& plan) { return plan.deck.name; });
}

}  // namespace triptych::gitbook
