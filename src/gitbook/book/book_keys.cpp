#include "gitbook/book/book_keys.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "gitbook/book/book_plans.hpp"
#include "gitbook/syntax/source_text.hpp"
#include "gitbook/syntax/yaml.hpp"

namespace triptych {

const std::vector<BookKey>& book_keys() {
    static const std::vector<BookKey> keys = {
        {"title", "", "Le guide du service", "Title of the book, on covers and in file names",
         "Titre du livre, sur les couvertures et dans les noms de fichiers"},
        {"subtitle", "", "Cinq repères", "Line below the title on covers",
         "Ligne sous le titre des couvertures"},
        {"description", "", "Comment nous travaillons.",
         "What the book is about, in a sentence; catalogues of e-books show it",
         "Ce dont parle le livre, en une phrase ; les catalogues la montrent"},
        {"authors", "author", "[Ada Martin, Léo Petit]", "Who wrote it; one name or a list",
         "Qui l’a écrit ; un nom ou une liste"},
        {"publisher", "", "Direction du numérique",
         "Who publishes it, on the cover and in the imprint",
         "Qui le publie, sur la couverture et dans les mentions"},
        {"language", "", "fr", "Language of the text, a tag of BCP 47; typography follows it",
         "Langue du texte, une étiquette BCP 47 ; la typographie la suit"},
        {"date", "", "2026-11-23", "Day of the edition (ISO 8601); every output bears it",
         "Jour de l’édition (ISO 8601) ; chaque fichier la porte"},
        {"version", "", "1.2", "Version of the text, on the cover and in the imprint",
         "Version du texte, sur la couverture et dans les mentions"},
        {"rights", "", "© 2026 Direction du numérique", "Who holds the rights, in the imprint",
         "Qui détient les droits, dans les mentions"},
        {"licence", "license", "CC BY 4.0", "Under which licence it may be used, in the imprint",
         "Sous quelle licence il peut être repris, dans les mentions"},
        {"identifier", "", "urn:isbn:9782123456803",
         "Identifier of the e-book: ISBN, DOI or UUID; without one it is made from the book",
         "Identifiant du livre numérique : ISBN, DOI ou UUID ; sinon il est tiré du livre"},
        {"subjects", "subject", "[organisation, produit]", "Subjects for catalogues, one or a list",
         "Sujets pour les catalogues, un ou une liste"},
        {"series", "", "Les cahiers du numérique", "Series that the book belongs to",
         "Collection à laquelle le livre appartient"},
        {"site_url", "", "https://guide.exemple.fr/",
         "Address of the published book: links to pages that are not in it lead there",
         "Adresse du livre en ligne : les liens vers les pages absentes y mènent"},
        {"cover", "", "images/couverture.jpg", "Picture on the cover of the e-book and the booklet",
         "Image de la couverture du livre numérique et du livret"},
        {"logo", "", "images/logo.svg", "Logo on the cover and the first slide",
         "Logo sur la couverture et la première diapositive"},
        {"template", "", "modele.pptx",
         "Presentation (.pptx, .potx) that the PowerPoint slides are made on",
         "Présentation (.pptx, .potx) qui sert de modèle aux diapositives PowerPoint"},
        {"variables", "", "{equipe: Produit}", "Values of variables in the text",
         "Valeurs des variables du texte"},
        {"pronunciation", "", "{nginx: ˌɛndʒɪnˈɛks}",
         "How words are spoken (IPA), for voices that read the e-book or PDFs of ua2",
         "Comment des mots se prononcent (API), pour les voix qui lisent l’EPUB ou les PDF ua2"},
        {"diagrams", "", "{guide/setup-mermaid-1: images/setup.svg}",
         "Pictures of diagrams, by page, kind and number; without it, files of those names",
         "Images des schémas, par page, type et numéro ; sinon, les fichiers de ces noms"},
        {"figures", "", "numbered", "Captions of figures and tables are numbered",
         "Les légendes des figures et des tableaux sont numérotées"},
        {"index", "", "yes", "An index behind the text: terms in bold and those of the glossary",
         "Un index à la fin : les termes en gras et ceux du glossaire"},
        {"lists", "", "[figures, tables]", "Lists of captions behind the text",
         "Listes des légendes à la fin"},
        {"findings", "", "{heading-jump: off, broken-link: error}",
         "Kinds of findings that are not told (off), or weigh note, warning or error",
         "Constats qui ne sont pas dits (off), ou pèsent note, warning ou error"},
        {"slides", "", "{reference/*: {detail: outline}, aide: skip}",
         "Wishes for the slides of some pages",
         "Souhaits pour les diapositives de certaines pages"},
        {"decks", "", "[{name: accueil, pages: [premiers-pas], minutes: 45}]",
         "Several slide decks, each with pages, minutes, detail, slides, layout, template",
         "Plusieurs présentations, chacune avec pages, minutes, detail, slides, layout, template"},
        {"editions", "", "[{name: accueil, pages: [premiers-pas], panels: [booklet, epub]}]",
         "Editions made beside the whole book, each a selection of its pages",
         "Éditions faites à côté du livre entier, chacune un choix de ses pages"},
        {"build", "", "{layout: large-print, to: [booklet, epub], strict: yes}",
         "Defaults of options: `triptych build --help` lists them; the command line wins",
         "Options par défaut : `triptych build --help` les liste ; la ligne de commande l’emporte"},
    };
    return keys;
}

namespace {

/// The mapping that `triptych.yaml` holds.
struct BookYaml {
    std::string text;
    YAML::Node root;
};

std::optional<BookYaml> read_book_yaml(const Files& book) {
    auto bytes = book.read("triptych.yaml");
    if (!bytes) return std::nullopt;
    BookYaml yaml{gitbook::source_text(*std::move(bytes)).text, {}};
    Diagnostics ignored;  // told by the reader of the book
    const auto root = yaml::parse({yaml.text}, ignored);
    if (!root || !root->IsMap()) return std::nullopt;
    yaml.root = *root;
    return yaml;
}

/// Which line a byte is on, counted once for a whole text.
class Lines {
public:
    explicit Lines(std::string_view text) {
        for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
            ends_.push_back(at);
    }
    std::size_t of(std::size_t offset) const {
        const auto after = std::lower_bound(ends_.begin(), ends_.end(), offset);
        return 1 + static_cast<std::size_t>(after - ends_.begin());
    }

private:
    std::vector<std::size_t> ends_;
};

/// What a plan holds is not deeper, and nobody reads more; aliases make much of little.
constexpr int deepest_shown = 4;
constexpr std::size_t longest_shown = 1000;

/// As it may stand in a list.
std::string listed_scalar(const std::string& text) {
    if (text.find_first_of(",[]{}:\"#") == text.npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

std::string on_one_line(const YAML::Node& node, int depth = 0) {
    if (node.IsScalar()) return depth == 0 ? node.Scalar() : listed_scalar(node.Scalar());
    if (node.IsNull()) return {};
    if (depth > deepest_shown) return "…";
    const bool is_list = node.IsSequence();
    std::string line;
    for (const auto& entry : node) {
        if (!line.empty()) line += ", ";
        if (line.size() > longest_shown) {
            line += "…";
            break;
        }
        if (!is_list) line += on_one_line(entry.first, depth + 1) + ": ";
        line += on_one_line(is_list ? YAML::Node(entry) : entry.second, depth + 1);
    }
    return (is_list ? '[' : '{') + line + (is_list ? ']' : '}');
}

}  // namespace

Settings read_settings(const Files& book) {
    const auto yaml = read_book_yaml(book);
    if (!yaml) return {};
    Settings settings{yaml->text, {}};
    const YAML::Node build = gitbook::child(yaml->root, "build");
    if (!build.IsMap()) return settings;
    const Lines lines(yaml->text);
    const yaml::Source source{yaml->text, FileId{0}};
    std::set<std::string, std::less<>> seen;
    for (const auto& entry : build) {
        const Span span = yaml::span_of(entry.first, source);
        std::string name = yaml::scalar(entry.first);
        // The first holds, as everywhere; the reader of the book tells of the others.
        if (!seen.insert(name).second) continue;
        settings.build.push_back({std::move(name), gitbook::scalars(entry.second),
                                  entry.second.IsSequence(), span.begin, span.end,
                                  lines.of(span.begin)});
    }
    return settings;
}

PlanNames plan_names(const Files& book) {
    const auto yaml = read_book_yaml(book);
    if (!yaml) return {};
    const yaml::Source source{yaml->text, FileId{0}};
    Diagnostics told_by_build;
    PlanNames names;
    const auto decks =
        gitbook::read_deck_plans(gitbook::child(yaml->root, "decks"), source, told_by_build);
    for (const doc::DeckPlan& plan : decks) names.decks.push_back(plan.name);
    const auto editions =
        gitbook::read_edition_plans(gitbook::child(yaml->root, "editions"), source, told_by_build);
    for (const doc::EditionPlan& plan : editions) names.editions.push_back(plan.deck.name);
    return names;
}

namespace gitbook {

std::vector<std::string_view> names_of_book_keys() {
    std::vector<std::string_view> names;
    for (const BookKey& key : book_keys())
        for (const std::string_view name : {key.name, key.other_name})
            if (!name.empty()) names.push_back(name);
    return names;
}

std::map<std::string_view, WrittenKey> written_keys(const Files& book) {
    std::map<std::string_view, WrittenKey> found;
    const auto yaml = read_book_yaml(book);
    if (!yaml) return found;
    std::map<std::string_view, std::string_view> known;
    for (const BookKey& key : book_keys())
        for (const std::string_view name : {key.name, key.other_name})
            if (!name.empty()) known.emplace(name, key.name);
    const Lines lines(yaml->text);
    const yaml::Source source{yaml->text, FileId{0}};
    for (const auto& entry : yaml->root) {
        const auto name = known.find(scalar(entry.first));
        if (name == known.end() || found.count(name->second) != 0) continue;
        found[name->second] = {on_one_line(entry.second),
                               lines.of(span_of(entry.first, source).begin)};
    }
    return found;
}

}  // namespace gitbook
}  // namespace triptych
